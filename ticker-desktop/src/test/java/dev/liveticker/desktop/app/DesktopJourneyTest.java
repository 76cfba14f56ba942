package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.ThemeChoice;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.nio.file.Files;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What a person does with the desktop, with mouse and keyboard, on a feed that does what the test says. */
class DesktopJourneyTest extends Journey {

    @Override
    List<Snapshot> prices() {
        return List.of(
                Some.snapshot(Some.AAPL, "189.25", "188.46"),
                Some.snapshot(Some.MSFT, "402.10", "402.54"),
                Some.snapshot(Symbol.of("NVDA"), "875.30", "870.00"));
    }

    @Test
    void a_symbol_is_added_by_its_name_with_auto_completion() {
        desktop.click("#add-symbol");
        desktop.type("bitc");
        soon().until(() -> desktop.shows("#suggestions"));

        desktop.press(KeyCode.ENTER);

        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("AAPL", "MSFT", "NVDA", "BTC-USD"));
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("BTC-USD");
        assertThat(desktop.shows("#suggestions")).isFalse();
        assertThat(feed().subscriptions())
                .contains(Subscription.quotes(Some.BTC), Subscription.bars(Some.BTC, Interval.ONE_MINUTE));
    }

    @Test
    void an_unknown_symbol_stays_and_says_so() {
        desktop.click("#add-symbol");
        desktop.type("zzzz");
        desktop.press(KeyCode.ENTER);
        feed().deliver(new Subscribed(
                null,
                Channel.QUOTES,
                null,
                List.of(),
                List.of(new Subscribed.Rejection("ZZZZ", "unknown_symbol")),
                false));

        soon().until(() -> desktop.shows("Unknown symbol"));
        assertThat(desktop.rows()).endsWith("ZZZZ");
    }

    @Test
    void rows_without_a_price_come_last_whichever_way_the_list_is_sorted() {
        desktop.click("#add-symbol");
        desktop.type("zzzz");
        desktop.press(KeyCode.ENTER);

        desktop.click("Last");
        soon().until(() -> desktop.rows().equals(List.of("AAPL", "MSFT", "NVDA", "ZZZZ")));
        desktop.click("Last");
        soon().until(() -> desktop.rows().equals(List.of("NVDA", "MSFT", "AAPL", "ZZZZ")));
    }

    @Test
    void a_row_is_removed_and_brought_back() {
        desktop.click("MSFT");
        desktop.press(KeyCode.DELETE);
        soon().until(() -> desktop.rows().equals(List.of("AAPL", "NVDA")));
        assertThat(desktop.shows("MSFT removed")).isTrue();

        desktop.press(KeyCode.CONTROL, KeyCode.Z);
        soon().until(() -> desktop.rows().equals(List.of("AAPL", "MSFT", "NVDA")));
        assertThat(desktop.shows("MSFT removed")).isFalse();

        desktop.press(KeyCode.DELETE);
        soon().until(() -> desktop.rows().equals(List.of("AAPL", "NVDA")));
        desktop.click("#undo");
        soon().until(() -> desktop.rows().equals(List.of("AAPL", "MSFT", "NVDA")));
    }

    @Test
    void the_chart_is_of_the_row_that_is_selected() {
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("AAPL");

        desktop.press(KeyCode.DOWN);
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("MSFT");
        desktop.click("NVDA");
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("NVDA");

        soon().untilAsserted(() ->
                assertThat(desktop.colours("#chart")).as("painted").isGreaterThan(5));
        assertThat(feed().subscriptions())
                .filteredOn(subscription -> subscription.channel() == Channel.BARS)
                .containsExactly(Subscription.bars(Symbol.of("NVDA"), Interval.ONE_MINUTE));
    }

    @Test
    void the_chart_is_moved_and_zoomed_by_mouse_and_keyboard() {
        soon().until(() -> desktop.colours("#chart") > 5);
        desktop.click("#chart");
        changesTheChart(() -> {
            desktop.robot().drag("#chart").dropBy(120, 0);
            desktop.robot().moveTo("#chart");
        });
        changesTheChart(() -> desktop.robot().scroll(3, VerticalDirection.UP));
        changesTheChart(() -> desktop.press(KeyCode.LEFT));
        changesTheChart(() -> desktop.press(KeyCode.MINUS));
        // Where the plus is on the keyboard of a display; there is no key for it alone.
        changesTheChart(() -> desktop.press(KeyCode.EQUALS));
        changesTheChart(() -> desktop.press(KeyCode.RIGHT));

        assertThat(desktop.shows(".notice")).as("nothing went wrong").isFalse();
    }

    /** The pointer stands where it stood before, so that it is not the crosshair that looks different. */
    private void changesTheChart(Runnable action) {
        desktop.settle();
        int before = desktop.picture("#chart");
        action.run();
        soon().until(() -> desktop.picture("#chart") != before);
    }

    @Test
    void the_theme_is_chosen_and_kept() {
        desktop.click("#open-settings");
        desktop.click("#chapter-appearance");
        desktop.click("#theme-dark");
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        desktop.click("#settings-done");

        desktop.click("#toggle-theme");
        assertThat(Application.getUserAgentStylesheet()).contains("light");
        desktop.press(KeyCode.CONTROL, KeyCode.D);
        assertThat(Application.getUserAgentStylesheet()).contains("dark");

        soon().untilAsserted(() -> assertThat(saved().theme()).isEqualTo(ThemeChoice.DARK));
    }

    @Test
    void the_divider_stands_where_it_stood_after_a_restart() throws Exception {
        desktop.robot().interact(() -> divider(0.5));
        soon().untilAsserted(() -> assertThat(saved().window().divider()).isCloseTo(0.5, within(0.01)));
        desktop.close();

        desktop = new OpenDesktop(directory, FakeBackend.ready());

        SplitPane split = desktop.robot().lookup(".split-pane").queryAs(SplitPane.class);
        assertThat(split.getDividerPositions()[0]).isCloseTo(0.5, within(0.01));
    }

    @Test
    void f1_lists_the_shortcuts() {
        desktop.press(KeyCode.F1);
        soon().until(() -> desktop.shows("Remove the chosen row"));
        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> !desktop.shows("Remove the chosen row"));
    }

    @Test
    void everything_can_be_reached_by_keyboard_and_has_a_name() {
        for (Window window : OpenDesktop.seen(() -> List.copyOf(Window.getWindows()))) {
            for (Node node : OpenDesktop.seen(() -> window.getScene().getRoot().lookupAll("*"))) {
                if (node instanceof ButtonBase button && button.isVisible() && !inside(node, TableView.class)) {
                    assertThat(button.getText() + button.getAccessibleText())
                            .as(button.toString())
                            .isNotBlank()
                            .isNotEqualTo("nullnull")
                            .isNotEqualTo("null");
                    assertThat(button.isFocusTraversable())
                            .as(button.toString())
                            .isTrue();
                }
            }
        }
        for (String id : List.of("#add-symbol", "#watchlist-table", "#chart")) {
            Node node = desktop.robot().lookup(id).query();
            assertThat(node.getAccessibleText()).as(id).isNotBlank();
            assertThat(node.isFocusTraversable()).as(id).isTrue();
        }
    }

    @Test
    void an_empty_list_says_what_to_do() {
        desktop.click("AAPL");
        desktop.press(KeyCode.DELETE);
        desktop.press(KeyCode.DELETE);
        desktop.press(KeyCode.DELETE);

        soon().until(() -> desktop.shows("The watchlist is empty"));
        assertThat(desktop.shows("No symbol chosen")).isTrue();
    }

    @Test
    void a_broken_settings_file_is_said_so() throws Exception {
        desktop.close();
        Files.writeString(directory.resolve("settings.json"), "{broken");

        desktop = new OpenDesktop(directory, FakeBackend.ready());

        soon().until(() -> desktop.shows(".notice"));
        assertThat(desktop.text(".notice .label")).contains("settings.json.broken-");
    }

    @Test
    void closing_the_window_ends_it_and_lets_go_of_everything() {
        desktop.close();

        assertThat(desktop.ended()).isCompletedWithValue(0);
        assertThat(feed().closed()).isTrue();
        assertThat(backend.serversClosed).isEqualTo(1);
    }

    private void divider(double position) {
        desktop.robot().lookup(".split-pane").queryAs(SplitPane.class).setDividerPositions(position);
    }

    private static boolean inside(Node node, Class<? extends Node> type) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
