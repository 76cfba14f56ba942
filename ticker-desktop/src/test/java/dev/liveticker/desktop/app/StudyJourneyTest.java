package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.Subscription;
import dev.liveticker.model.Interval;
import java.nio.file.Files;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a person does with indicators and comparisons. */
class StudyJourneyTest extends Journey {

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

    @Test
    void a_comparison_is_there_again_after_a_restart() throws Exception {
        desktop.click("#compare");
        soon().until(() -> desktop.shows("#compare-panel"));
        desktop.type("msft");
        desktop.press(KeyCode.ENTER);
        soon().until(() -> desktop.shows("#compare-remove-MSFT"));
        desktop.press(KeyCode.ESCAPE);
        desktop.close();

        FakeBackend another = FakeBackend.ready();
        start(another);

        assertThat(another.feed().subscriptions()).contains(Subscription.bars(Some.MSFT, Interval.ONE_MINUTE));
        desktop.click("#compare");
        soon().until(() -> desktop.shows("#compare-remove-MSFT"));
        desktop.press(KeyCode.ESCAPE);
    }

    @Test
    void what_was_copied_is_said_below_the_chart() {
        soon().until(() -> desktop.colours("#chart") > 5);
        desktop.click("#chart-export");
        desktop.click("#export-copy-data");

        soon().until(() -> desktop.text("#chart-remark").startsWith("Bars copied: "));
        assertThat(desktop.clipboard()).startsWith("time\topen");
    }
}
