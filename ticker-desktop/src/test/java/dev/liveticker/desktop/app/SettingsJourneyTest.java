package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Language;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.settings.ThemeChoice;
import dev.liveticker.desktop.settings.TickColours;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with the settings. */
class SettingsJourneyTest {

    private static final URI SERVER = URI.create("https://ticker.example:8443");

    @TempDir
    Path directory;

    private final FakeBackend backend = FakeBackend.ready();
    private OpenDesktop desktop;

    @AfterEach
    void close() {
        desktop.close();
        SpokenLanguage.choose(Language.SYSTEM);
    }

    @Test
    void a_line_is_found_by_its_words_and_what_it_says_is_in_force_at_once() throws Exception {
        open(Settings.defaults()
                .withServer(SERVER)
                .withPin(new HostPort("ticker.example", 8443), new Fingerprint("AB".repeat(32))));

        desktop.click("#settings-search");
        desktop.type("blue ORANGE");
        desktop.click("#colours-blue-up");
        assertThat(desktop.shows("#theme-dark")).as("has nothing to do with it").isFalse();
        assertThat(root().getStyleClass()).contains("blue-up").doesNotContain("green-up", "red-up");

        desktop.press(KeyCode.ESCAPE);
        assertThat(desktop.shows("#settings-done"))
                .as("only the search is over")
                .isTrue();
        assertThat(search().getText()).isEmpty();
        desktop.click("#settings-search");
        desktop.type("binary");
        desktop.click("#binary");
        soon().untilAsserted(
                        () -> assertThat(backend.feed().settings().binary()).isTrue());

        desktop.robot().interact(() -> search().setText("purple"));
        soon().until(() -> desktop.text("#settings-nothing").contains("purple"));

        desktop.click("#chapter-data");
        choose("#quote-rate", 3);
        soon().untilAsserted(
                        () -> assertThat(backend.feed().settings().maxRate()).isEqualTo(5.0));
        assertThat(search().getText()).as("a chapter ends the search").isEmpty();

        assertThat(backend.feed().settings().pin()).isNotNull();
        desktop.robot().interact(() -> search().setText("certificate"));
        desktop.click(".forget-certificate");
        soon().untilAsserted(() -> assertThat(backend.feed().settings().pin()).isNull());

        desktop.click("#settings-done");
        soon().untilAsserted(() -> assertThat(saved())
                .satisfies(kept -> assertThat(kept.appearance().colours()).isEqualTo(TickColours.BLUE_UP))
                .satisfies(kept -> assertThat(kept.wire().quotesPerSecond()).isEqualTo(5.0))
                .satisfies(kept -> assertThat(kept.pins()).isEmpty()));
    }

    @Test
    void text_is_twice_as_large_in_every_window_and_the_dialog_stays_on_the_screen() throws Exception {
        open(Settings.defaults().withTheme(ThemeChoice.DARK));
        double before = fontSize("#connection-text");
        desktop.click("#chapter-appearance");
        double chapterBefore = fontSize("#chapter-data");

        choose("#text-scale", 7);

        soon().untilAsserted(() ->
                assertThat(fontSize("#connection-text")).as("the window behind").isCloseTo(2 * before, within(0.1)));
        soon().untilAsserted(() -> assertThat(fontSize("#chapter-data"))
                .as("the dialog itself")
                .isCloseTo(2 * chapterBefore, within(0.1)));
        assertThat(root().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("dark"));
        Stage dialog = (Stage)
                desktop.robot().lookup("#settings-done").query().getScene().getWindow();
        for (int chapter = 0; chapter < 6; chapter++) {
            int chosen = chapter;
            desktop.robot()
                    .interact(() -> desktop.robot()
                            .lookup("#settings-chapters")
                            .queryAs(ListView.class)
                            .getSelectionModel()
                            .select(chosen));
            desktop.robot().interact(() -> dialog.getScene().getRoot().layout());
            assertThat(wide(".settings-page .setting", dialog))
                    .as("chapter %s", chapter)
                    .isEmpty();
        }
        desktop.click("#settings-done");
        desktop.press(KeyCode.CONTROL, KeyCode.COMMA);
        soon().until(() -> desktop.shows("#settings-done"));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertThat(dialog.getX() + dialog.getWidth()).isLessThanOrEqualTo(screen.getMaxX());
        assertThat(dialog.getY() + dialog.getHeight()).isLessThanOrEqualTo(screen.getMaxY());
    }

    @Test
    void german_is_spoken_from_the_next_start_with_numbers_as_germans_write_them() throws Exception {
        open(Settings.defaults().withWatchlist(List.of(Some.AAPL)));
        desktop.click("#chapter-appearance");
        desktop.click("#language-german");
        desktop.click("#settings-done");
        soon().untilAsserted(() -> assertThat(saved().appearance().language()).isEqualTo(Language.GERMAN));
        desktop.close();

        desktop = new OpenDesktop(directory, backend);
        soon().until(() -> backend.feeds.size() == 2);
        backend.feed().goLive(Transport.LONG_POLLING);
        backend.feed().deliver(Some.snapshot(Some.AAPL, "1189.25", "1188.46"));

        soon().until(() -> desktop.text("#connection-transport").equals("Long Polling"));
        soon().until(() -> desktop.shows("1.189,25"));
        soon().until(() -> desktop.text("#market").equals("SIMULIERT"));
    }

    private void open(Settings settings) throws Exception {
        OpenDesktop.settings(directory, settings);
        backend.marketData.answerAtOnce();
        desktop = OpenDesktop.live(directory, backend);
        desktop.click("#open-settings");
        soon().until(() -> desktop.shows("#settings-done"));
    }

    private void choose(String query, int index) {
        ComboBox<?> box = desktop.robot().lookup(query).queryAs(ComboBox.class);
        desktop.robot().interact(() -> box.getSelectionModel().select(index));
    }

    /** Which of them are wider than there is room for. */
    private List<String> wide(String query, Stage dialog) {
        double right = dialog.getScene().getWidth() + 1;
        return OpenDesktop.seen(() -> desktop.robot().lookup(query).queryAll().stream()
                .filter(node -> {
                    Bounds bounds = node.localToScene(node.getLayoutBounds());
                    return bounds.getMaxX() > right;
                })
                .map(Node::toString)
                .toList());
    }

    private double fontSize(String query) {
        return OpenDesktop.seen(() ->
                desktop.robot().lookup(query).queryAs(Labeled.class).getFont().getSize());
    }

    private Node root() {
        return OpenDesktop.seen(() ->
                desktop.robot().lookup("#open-settings").query().getScene().getRoot());
    }

    private TextField search() {
        return OpenDesktop.seen(() -> desktop.robot().lookup("#settings-search").queryAs(TextField.class));
    }

    private Settings saved() {
        return new SettingsFile(directory, InstantSource.system()).load().value();
    }
}
