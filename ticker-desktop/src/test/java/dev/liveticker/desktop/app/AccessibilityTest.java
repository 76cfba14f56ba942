package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether somebody who hears the desktop instead of seeing it is told what the keyboard is at. */
class AccessibilityTest {

    /** What says nothing of what it is. */
    private static final Set<AccessibleRole> MUTE = EnumSet.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    @TempDir
    Path directory;

    private final FakeBackend backend = FakeBackend.ready();
    private OpenDesktop desktop;

    @BeforeEach
    void open() throws Exception {
        OpenDesktop.settings(
                directory,
                Settings.defaults()
                        .withWatchlist(List.of(Some.AAPL, Some.MSFT))
                        .withPin(new HostPort("ticker.example", 8443), new Fingerprint("AB".repeat(32))));
        backend.marketData.answerAtOnce();
        backend.faults.allow();
        desktop = OpenDesktop.live(directory, backend);
        soon().until(() -> desktop.shows("#simulate-outage"));
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @Test
    void whatever_the_keyboard_reaches_has_a_name_and_says_what_it_is() {
        List<Node> reached = new ArrayList<>();
        desktop.robot()
                .interact(() -> List.copyOf(Window.getWindows())
                        .forEach(window -> collect(window.getScene().getRoot(), reached)));
        desktop.click("#open-settings");
        ListView<?> chapters = desktop.robot().lookup("#settings-chapters").queryAs(ListView.class);
        Parent dialog = chapters.getScene().getRoot();
        for (int i = 0; i < chapters.getItems().size(); i++) {
            int chapter = i;
            desktop.robot().interact(() -> chapters.getSelectionModel().select(chapter));
            desktop.robot().interact(() -> collect(dialog, reached));
        }

        assertThat(reached).as("controls").hasSizeGreaterThan(30).allSatisfy(node -> {
            assertThat(name(node)).as(node.toString()).isNotBlank().doesNotContain("null");
            assertThat(MUTE).as(node.toString()).doesNotContain(node.getAccessibleRole());
        });
    }

    @Test
    void what_says_something_by_a_picture_alone_says_it_in_words_too() {
        for (Node node : desktop.robot().lookup(".button-icon").queryAll()) {
            assertThat(node.getAccessibleText()).as(node.toString()).isNotBlank();
        }
        MenuButton outages = desktop.robot().lookup("#simulate-outage").queryAs(MenuButton.class);
        assertThat(texts(outages.getItems()))
                .hasSizeGreaterThan(7)
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(desktop.robot().lookup("#market").query().getAccessibleText())
                .startsWith("Made-up prices");
    }

    private static List<String> texts(ObservableList<MenuItem> items) {
        return items.stream()
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .map(MenuItem::getText)
                .toList();
    }

    private static void collect(Node node, List<Node> reached) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable()) {
            reached.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, reached));
        }
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
