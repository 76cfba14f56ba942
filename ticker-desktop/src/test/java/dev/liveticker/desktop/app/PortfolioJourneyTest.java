package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.portfolio.PortfolioView;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a person does with a portfolio, below the chart of a small window. */
class PortfolioJourneyTest extends Journey {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    @Test
    void what_was_bought_is_entered_followed_changed_removed_and_kept() throws Exception {
        desktop.click("#portfolio");
        assertThat(desktop.shows("Nothing is entered yet")).isTrue();

        desktop.click("#portfolio-add");
        desktop.type("ten");
        desktop.press(KeyCode.ENTER);
        assertThat(desktop.text("#entry-quantity-note")).isEqualTo("Not a number");
        assertThat(field("#entry-symbol").getText()).isEqualTo("AAPL");
        desktop.robot().interact(() -> field("#entry-quantity").clear());
        desktop.type("10");
        desktop.robot().interact(() -> field("#entry-price").setText("150"));
        assertThat(desktop.text("#entry-amount")).isEqualTo("Costs 1,500.00 USD");
        desktop.press(KeyCode.ENTER);

        soon().until(() -> cells("#portfolio-table").contains("1,892.50"));
        soon().until(() -> cells("#portfolio-table").containsAll(List.of("10", "+392.50")));
        soon().untilAsserted(() -> assertThat(desktop.text("#portfolio-said")).isEqualTo("USD 1,892.50 +392.50"));
        backend.feed().deliver(Some.snapshot(Some.AAPL, "160", "188.46"));
        soon().until(() -> desktop.text("#portfolio-said").equals("USD 1,600.00 +100.00"));

        desktop.doubleClick("#portfolio-table .title");
        soon().until(() -> desktop.shows("#transactions-table"));
        desktop.click("#transactions-add");
        desktop.click("#entry-sell");
        desktop.click("#entry-quantity");
        desktop.type("4");
        desktop.click("#entry-save");
        soon().until(() -> cells("#transactions-table").contains("Sell"));
        desktop.press(KeyCode.DELETE);
        soon().until(() -> !cells("#transactions-table").contains("Sell"));
        desktop.click("#transactions-undo");
        soon().until(() -> cells("#transactions-table").contains("Sell"));
        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> cells("#portfolio-table").contains("6"));

        desktop.close();
        start(backend);
        desktop.click("#portfolio");
        soon().until(() -> cells("#portfolio-table").contains("6"));
        assertThat(backend.feed().subscriptions()).contains(Subscription.quotes(Some.AAPL));
    }

    @Test
    void a_symbol_is_completed_from_a_name_before_the_form_is_sent() {
        desktop.click("#portfolio");
        desktop.click("#portfolio-add");
        desktop.robot().interact(() -> field("#entry-symbol").clear());
        desktop.click("#entry-symbol");
        desktop.type("micros");
        soon().until(() -> desktop.shows("#suggestions"));

        desktop.press(KeyCode.ENTER);
        assertThat(field("#entry-symbol").getText()).isEqualTo("MSFT");
        assertThat(desktop.shows("#suggestions")).isFalse();
        assertThat(desktop.text("#entry-quantity-note")).as("not sent yet").isEmpty();
        assertThat(field("#entry-price").getText()).isEqualTo("402.10");

        desktop.press(KeyCode.ENTER);
        assertThat(desktop.text("#entry-quantity-note")).isEqualTo("Not a number");
        desktop.click("#entry-symbol");
        desktop.type("x");
        desktop.press(KeyCode.ESCAPE);
        desktop.press(KeyCode.ESCAPE);
        assertThat(desktop.shows("#entry-symbol")).isFalse();
    }

    @Test
    void a_transaction_that_is_being_typed_is_not_begun_anew() {
        openTransaction();
        desktop.robot().interact(() -> field("#entry-quantity").setText("10"));

        openTransaction();

        assertThat(field("#entry-quantity").getText()).isEqualTo("10");
    }

    private void openTransaction() {
        desktop.robot()
                .interact(() -> assertThat(desktop.app().screens().orElseThrow().open("transaction"))
                        .isTrue());
    }

    @Test
    void undo_is_of_the_list_that_has_the_keyboard_and_what_is_stale_is_grey() throws Exception {
        Path file = directory.resolve("broker.csv");
        Files.writeString(file, """
                date;symbol;side;quantity;price;fee
                2026-01-05;AAPL;buy;10;150,50;1
                2026-01-06;MSFT;buy;5;400,25;1
                """);
        desktop.click("#portfolio");
        desktop.robot()
                .interact(() -> desktop.robot()
                        .lookup("#portfolio-view")
                        .queryAs(PortfolioView.class)
                        .importFrom(file));
        soon().until(() -> desktop.text("#import-count").startsWith("Transactions: 2,"));
        desktop.click("#import-all");
        soon().until(() -> cells("#portfolio-table").contains("2,010.50"));

        desktop.click("#portfolio-table .title");
        desktop.press(KeyCode.CONTROL, KeyCode.Z);
        soon().until(() -> desktop.shows("Nothing is entered yet"));
        desktop.press(KeyCode.CONTROL, KeyCode.Y);
        soon().until(() -> cells("#portfolio-table").contains("2,010.50"));

        backend.feed()
                .become(new ConnectionState.Waiting(
                        1,
                        Duration.ofSeconds(30),
                        System.nanoTime() + Duration.ofSeconds(30).toNanos(),
                        "gone"));
        soon().until(() -> table("#portfolio-table").getPseudoClassStates().contains(STALE));
        backend.feed().goLive(Transport.WEBSOCKET);
        soon().until(() -> !table("#portfolio-table").getPseudoClassStates().contains(STALE));
    }

    private TextField field(String query) {
        return OpenDesktop.seen(() -> desktop.robot().lookup(query).queryAs(TextField.class));
    }

    private TableView<?> table(String query) {
        return OpenDesktop.seen(() -> desktop.robot().lookup(query).queryAs(TableView.class));
    }

    /** The texts of the cells that show. */
    private List<String> cells(String table) {
        return OpenDesktop.seen(() -> desktop.robot().lookup(table + " .table-cell").queryAll().stream()
                .filter(Node::isVisible)
                .map(cell -> ((TableCell<?, ?>) cell).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }
}
