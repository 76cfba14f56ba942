package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.model.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with indicators and comparisons. */
class StudyJourneyTest {

    @TempDir
    Path directory;

    private final FakeBackend backend = FakeBackend.ready();
    private OpenDesktop desktop;

    @BeforeEach
    void open() throws Exception {
        OpenDesktop.settings(directory, Settings.defaults().withWatchlist(List.of(Some.AAPL, Some.MSFT)));
        backend.marketData.answerAtOnce();
        desktop = new OpenDesktop(directory, backend);
        soon().until(() -> !backend.feeds.isEmpty());
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(Some.snapshot(Some.AAPL, "189.25", "188.46"), Some.snapshot(Some.MSFT, "402.10", "402.54"));
        soon().until(() -> desktop.text("#connection-text").equals("Live"));
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @Test
    void indicators_are_chosen_with_the_keyboard_and_kept() throws Exception {
        desktop.click("#indicators");
        soon().until(() -> desktop.shows("#indicator-panel"));

        desktop.press(KeyCode.SPACE);
        CheckBox average = desktop.robot().lookup("#indicator-sma").queryAs(CheckBox.class);
        soon().until(average::isSelected);
        @SuppressWarnings("unchecked")
        Spinner<Double> period = desktop.robot().lookup("#indicator-sma-period").queryAs(Spinner.class);
        desktop.robot().interact(() -> period.increment(5));
        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> !desktop.shows("#indicator-panel"));

        soon().until(() -> Files.exists(directory.resolve("indicators.json")));
        soon().untilAsserted(() -> assertThat(Files.readString(directory.resolve("indicators.json")))
                .contains("\"period\" : 25"));
    }

    @Test
    void a_symbol_is_compared_with_and_one_that_is_unknown_says_so() {
        desktop.click("#compare");
        soon().until(() -> desktop.shows("#compare-panel"));
        desktop.type("zzzz");
        desktop.press(KeyCode.ENTER);
        soon().until(() -> desktop.text("#compare-problem").equals("Unknown symbol: ZZZZ"));

        desktop.robot()
                .interact(() -> desktop.robot()
                        .lookup("#compare-symbol")
                        .queryTextInputControl()
                        .setText("msft"));
        desktop.press(KeyCode.ENTER);

        Subscription bars = Subscription.bars(Some.MSFT, Interval.ONE_MINUTE);
        soon().until(() -> feed().subscriptions().contains(bars));
        assertThat(desktop.text("#compare-problem")).isEmpty();
        desktop.click("#compare-remove-MSFT");
        soon().until(() -> !feed().subscriptions().contains(bars));
    }

    private FakeFeed feed() {
        return backend.feed();
    }
}
