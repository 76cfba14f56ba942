package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.watchlist.QuoteRow;
import dev.liveticker.model.AlertCondition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts on the simulated market of the built-in server, over real sockets. */
class LiveAlertTest {

    private static final BigDecimal STEP = new BigDecimal("0.01");

    @TempDir
    Path directory;

    @Test
    void an_alert_on_either_side_of_the_price_fires_and_is_seen_once_for_all() throws Exception {
        OpenDesktop.settings(directory, Settings.defaults().withWatchlist(List.of(Some.BTC)));
        Path data = directory.resolve("server");
        try (OpenDesktop desktop = new OpenDesktop(directory, new LiveBackend(data))) {
            soon().until(() -> last(desktop) != null);
            soon().until(() -> items(desktop, "#trades-list") > 0);
            desktop.click("#alerts");
            soon().untilAsserted(
                            () -> assertThat(desktop.text("#alerts-notice")).isEmpty());

            // The market goes on while a form is filled in, and then the level is passed before it is armed: once more.
            soon().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        set(desktop, AlertCondition.CROSSES_ABOVE, STEP);
                        set(desktop, AlertCondition.CROSSES_BELOW, STEP.negate());
                        return !desktop.text("#alert-bell").isEmpty();
                    });
            assertThat(items(desktop, "#alerts-table")).isGreaterThanOrEqualTo(2);
            desktop.click("#alert-bell");
            soon().until(() -> items(desktop, "#alerts-history") > 0);
            soon().until(() -> desktop.text("#alert-bell").isEmpty());
        }
        try (OpenDesktop desktop = new OpenDesktop(directory, new LiveBackend(data))) {
            desktop.click("#alerts");
            soon().until(() -> items(desktop, "#alerts-table") >= 2);
            assertThat(items(desktop, "#alerts-history")).as("kept here").isPositive();
        }
    }

    /** Opens the form and fills it in at once: a button that is clicked moves when an alert is confirmed or fires. */
    private static void set(OpenDesktop desktop, AlertCondition condition, BigDecimal off) {
        desktop.robot().interact(() -> {
            desktop.robot().lookup("#alert-new").queryButton().fire();
            choose(desktop, condition);
            desktop.robot()
                    .lookup("#alert-level")
                    .queryAs(TextField.class)
                    .setText(last(desktop).add(off).toPlainString());
            desktop.robot().lookup("#alert-submit").queryButton().fire();
        });
        soon().until(() -> !desktop.shows("#alert-form"));
    }

    @SuppressWarnings("unchecked")
    private static void choose(OpenDesktop desktop, AlertCondition condition) {
        desktop.robot().lookup("#alert-condition").queryAs(ComboBox.class).setValue(condition);
    }

    private static int items(OpenDesktop desktop, String list) {
        return OpenDesktop.seen(() ->
                desktop.robot().lookup(list).queryAs(ListView.class).getItems().size());
    }

    private static BigDecimal last(OpenDesktop desktop) {
        @SuppressWarnings("unchecked")
        TableView<QuoteRow> table = OpenDesktop.seen(() ->
                (TableView<QuoteRow>) desktop.robot().lookup("#watchlist-table").queryAs(TableView.class));
        return table.getItems().getFirst().last().get();
    }
}
