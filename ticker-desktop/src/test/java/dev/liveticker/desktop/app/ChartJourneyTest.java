package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Snapshot;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does with the chart. */
class ChartJourneyTest extends Journey {

    /** Within the bars of the chart, so that all of it is in view. */
    @Override
    List<Snapshot> prices() {
        return List.of(Some.snapshot(Some.AAPL, "103.25", "102"), Some.snapshot(Some.MSFT, "402.10", "402.54"));
    }

    @BeforeEach
    void awaitPicture() {
        soon().until(() -> desktop.colours("#chart") > 5);
    }

    @Test
    void length_and_kind_of_bars_are_chosen_in_the_header_and_kept() throws Exception {
        desktop.click("#chart-interval-5m");
        assertThat(barsWanted()).containsExactly(Subscription.bars(Some.AAPL, Interval.FIVE_MINUTES));
        desktop.click("#chart-interval-5m");
        assertThat(selected("#chart-interval-5m")).as("pressed again it stays").isTrue();

        desktop.click("#chart-kind-menu");
        desktop.click("Area");
        desktop.click("#chart-logarithmic");
        soon().until(() -> Files.exists(directory.resolve("chart.json")));
        soon().untilAsserted(() -> assertThat(Files.readString(directory.resolve("chart.json")))
                .contains("\"area\"", "\"5m\"", "\"logarithmic\" : true"));
        desktop.close();

        desktop = new OpenDesktop(directory, FakeBackend.ready());
        assertThat(selected("#chart-interval-5m")).isTrue();
        assertThat(selected("#chart-logarithmic")).isTrue();
    }

    @Test
    void going_back_to_the_oldest_bar_fetches_older_ones_and_a_double_click_comes_back() {
        desktop.click("#chart");
        assertThat(backend.marketData.olderAsked()).isEmpty();

        desktop.press(KeyCode.HOME);

        soon().untilAsserted(() -> assertThat(backend.marketData.olderAsked())
                .isNotEmpty()
                .first()
                .satisfies(asked -> assertThat(asked.before()).isEqualTo(29_000_000 * Some.MINUTE)));
        desktop.doubleClick("#chart");
        desktop.press(KeyCode.DIGIT0);
        desktop.press(KeyCode.PAGE_UP);
        desktop.press(KeyCode.END);
        assertThat(desktop.shows(".notice")).as("nothing went wrong").isFalse();
    }

    @Test
    void the_price_at_the_pointer_is_copied_from_the_menu() {
        desktop.click("#chart", MouseButton.SECONDARY);
        soon().until(() -> desktop.shows("#chart-copy-price"));
        assertThat(desktop.shows("#export-picture"))
                .as("the chart can be taken along from here")
                .isTrue();
        desktop.click("#chart-copy-price");

        soon().untilAsserted(() -> assertThat(desktop.clipboard()).matches("\\d{2,3}\\.\\d{2}"));
    }

    @Test
    void a_chart_in_a_window_of_its_own_goes_on_with_its_symbol_until_it_is_closed() {
        desktop.click("#chart-detach");
        soon().until(() -> chartWindow() != null);
        Stage window = chartWindow();

        desktop.click("MSFT");
        assertThat(barsWanted())
                .containsExactlyInAnyOrder(
                        Subscription.bars(Some.AAPL, Interval.ONE_MINUTE),
                        Subscription.bars(Some.MSFT, Interval.ONE_MINUTE));

        desktop.robot().interact(window::hide);
        assertThat(barsWanted()).containsExactly(Subscription.bars(Some.MSFT, Interval.ONE_MINUTE));
    }

    @Test
    void a_chart_in_a_window_of_its_own_goes_on_without_the_main_window_and_ends_with_it() {
        desktop.click("#chart-detach");
        soon().until(() -> chartWindow() != null);
        Stage window = chartWindow();
        Stage main = (Stage) OpenDesktop.seen(() ->
                desktop.robot().lookup("#watchlist-table").query().getScene().getWindow());
        Pulse pulse = desktop.app().pulse();

        // Without a window manager, as on the display of the tests, a real window that was minimised takes no more
        // clicks.
        if (HeadlessMouse.isAtWork()) {
            desktop.robot().interact(() -> main.setIconified(true));
            assertPainted(pulse);
            desktop.robot().interact(() -> main.setIconified(false));
        }

        desktop.robot().interact(() -> desktop.app().screens().orElseThrow().open("mini"));
        soon().until(() -> desktop.shows("#mini-list"));
        assertThat(window.isShowing()).isTrue();
        assertPainted(pulse);

        desktop.close();
        assertThat(window.isShowing()).isFalse();
    }

    private static void assertPainted(Pulse pulse) {
        long before = OpenDesktop.seen(pulse::frames);
        soon().until(() -> OpenDesktop.seen(pulse::frames) > before + 5);
    }

    private Stage chartWindow() {
        return OpenDesktop.seen(() -> Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> "AAPL \u2013 Live Ticker".equals(stage.getTitle()))
                .findFirst()
                .orElse(null));
    }

    private List<Subscription> barsWanted() {
        return feed().subscriptions().stream()
                .filter(subscription -> subscription.channel() == Channel.BARS)
                .toList();
    }

    private boolean selected(String query) {
        return OpenDesktop.seen(
                () -> desktop.robot().lookup(query).queryAs(ToggleButton.class).isSelected());
    }
}
