package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Setting alerts, being told of them, and reading trades, on a feed that does what the test says. */
class AlertJourneyTest extends Journey {

    @Test
    void an_alert_is_set_fires_is_seen_and_is_remembered_after_a_restart() throws Exception {
        desktop.click("#alerts");
        desktop.click("#alert-new");
        assertThat(input("#alert-symbol")).isEqualTo("AAPL");
        desktop.press(KeyCode.ENTER);
        assertThat(desktop.text("#alert-form-said")).isEqualTo("A price above 0 is needed.");
        desktop.type("190");
        assertThat(desktop.text("#alert-form-said")).isEqualTo("Apple Inc.: 189.25 now");
        assertInside("#alert-form", "#alert-submit");
        desktop.click("#alert-note");
        desktop.type("sell half");
        desktop.press(KeyCode.ENTER);

        soon().until(() -> cell("#alerts-table").contains("AAPL rises to 190.00, Armed, sell half"));
        Alert alert = feed().alerts().getFirst();
        assertThat(alert.condition()).isEqualTo(AlertCondition.CROSSES_ABOVE);

        desktop.click("#trades");
        feed().fire(alert.id(), "190.05", 1_774_000_000_000_000L);
        soon().until(() -> desktop.text("#alert-bell").equals("1"));
        soon().until(() -> desktop.text("#notice-card-title").equals("AAPL at 190.05 \u00b7 rises to 190.00"));
        assertThat(feed().asked()).noneMatch(ClientMessage.Acknowledge.class::isInstance);

        desktop.click("#alert-bell");
        soon().until(() -> feed().asked().contains(new ClientMessage.Acknowledge("n1")));
        soon().until(() -> desktop.text("#alert-bell").isEmpty());
        soon().untilAsserted(() -> assertThat(cell("#alerts-history"))
                .hasSize(1)
                .allMatch(said -> said.startsWith("AAPL at 190.05 \u00b7 rises to 190.00, sell half, ")));

        desktop.close();
        start(FakeBackend.ready());
        desktop.click("#alert-bell");
        soon().until(() -> cell("#alerts-history").size() == 1);
    }

    @Test
    void the_card_leads_to_what_fired() {
        feed().has(alert("a", "190"));
        feed().fire("a", "190.05", 1);
        soon().until(() -> desktop.shows("#notice-card"));
        // It is laid out a frame after it is shown.
        soon().until(() -> bounds("#notice-card-title").getWidth() > 0);

        desktop.click("#notice-card-title");

        soon().until(() -> !desktop.shows("#notice-card"));
        soon().until(() -> cell("#alerts-history").size() == 1);
        soon().until(() -> feed().asked().contains(new ClientMessage.Acknowledge("n1")));
    }

    @Test
    void the_card_beside_the_small_window_brings_the_main_one_back() {
        desktop.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        soon().until(() -> desktop.shows("#mini-list"));
        feed().has(alert("a", "190"));
        feed().fire("a", "190.05", 1);
        soon().until(() -> desktop.shows("#notice-card"));
        soon().until(() -> bounds("#notice-card-title").getWidth() > 0);

        desktop.click("#notice-card-title");

        soon().until(() -> !desktop.shows("#mini-list"));
        soon().until(() -> cell("#alerts-history").size() == 1);
    }

    @Test
    void with_large_text_the_main_window_comes_back_to_its_alerts() {
        feed().has(alert("a", "190"), alert("b", "195"));
        desktop.robot().interact(() -> {
            desktop.app()
                    .workbench()
                    .orElseThrow()
                    .store()
                    .change(settings ->
                            settings.withAppearance(settings.appearance().withTextScale(2)));
            desktop.app().screens().orElseThrow().open("alerts");
        });
        soon().until(() -> cell("#alerts-table").size() == 2);
        desktop.settle();
        desktop.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        soon().until(() -> desktop.shows("#mini-list"));

        desktop.press(KeyCode.ESCAPE);

        soon().until(() -> !desktop.shows("#mini-list"));
        soon().until(() -> cell("#alerts-table").size() == 2);
        assertThat(desktop.shows("#watchlist-table")).isTrue();
    }

    @Test
    void a_minimised_window_still_shows_what_fired() {
        desktop.robot().interact(() -> stage().setIconified(true));
        feed().has(alert("a", "190"));
        feed().fire("a", "190.05", 1);

        soon().until(() -> desktop.shows("#notice-card"));
        desktop.robot()
                .interact(() -> desktop.robot()
                        .lookup("#notice-card-close")
                        .queryButton()
                        .fire());
        soon().until(() -> !desktop.shows("#notice-card"));
        desktop.robot().interact(() -> stage().setIconified(false));
    }

    @Test
    void an_alert_is_changed_removed_and_brought_back_by_keyboard() {
        feed().has(alert("a", "190"), alert("b", "195"));
        desktop.click("#alerts");
        soon().until(() -> cell("#alerts-table").size() == 2);
        desktop.click("#alerts-table");
        desktop.press(KeyCode.HOME);
        desktop.press(KeyCode.ENTER);
        soon().until(() -> input("#alert-level").equals("190.00"));
        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> !desktop.shows("#alert-form"));
        desktop.press(KeyCode.HOME);
        desktop.press(KeyCode.ENTER);
        desktop.type("191");
        desktop.press(KeyCode.ENTER);
        soon().until(() -> cell("#alerts-table").contains("AAPL rises to 191.00, Armed"));

        desktop.press(KeyCode.HOME);
        desktop.press(KeyCode.DELETE);
        soon().until(() -> cell("#alerts-table").size() == 1);
        desktop.click("#alert-undo");
        soon().until(() -> cell("#alerts-table").size() == 2);
        assertThat(feed().alerts()).hasSize(2);
        // Only what the server has confirmed can be brought back again.
        soon().until(() -> cell("#alerts-table").stream().allMatch(row -> row.contains(", Armed")));

        desktop.click("#alerts-table");
        desktop.press(KeyCode.HOME);
        desktop.press(KeyCode.DELETE);
        soon().until(() -> cell("#alerts-table").size() == 1);
        desktop.press(KeyCode.CONTROL, KeyCode.Z);
        soon().until(() -> cell("#alerts-table").size() == 2);
        assertThat(desktop.rows()).as("it is not the watchlist that is changed").containsExactly("AAPL", "MSFT");
    }

    @Test
    void the_menu_of_a_row_leads_to_an_alert_on_its_symbol() {
        desktop.click("MSFT", MouseButton.SECONDARY);
        desktop.click("Set an alert\u2026");
        soon().until(() -> desktop.shows("#alert-form"));
        assertThat(input("#alert-symbol")).isEqualTo("MSFT");
        desktop.type("410");
        desktop.press(KeyCode.ENTER);

        soon().until(() -> cell("#alerts-table").contains("MSFT rises to 410.00, Armed"));
    }

    @Test
    void a_refusal_is_said_where_the_alert_is() {
        feed().leaveAlertsUnanswered();
        desktop.click("#alerts");
        desktop.click("#alert-new");
        desktop.type("190");
        desktop.click("#alert-submit");
        soon().until(() -> cell("#alerts-table").contains("AAPL rises to 190.00, Waiting for the server"));

        feed().refuse(((ClientMessage.SetAlert) feed().asked().getFirst()).id(), "not_allowed");

        soon().until(() -> cell("#alerts-table")
                .contains("AAPL rises to 190.00, Refused, Your access token does not allow this symbol."));
    }

    @Test
    void trades_show_as_they_happen_and_stand_still_under_the_mouse() {
        assertThat(feed().subscriptions()).contains(Subscription.trades(Some.AAPL));
        feed().deliver(Some.trade(1, "189.25"), Some.trade(2, "189.30"));
        soon().until(() -> cell("#trades-list").size() == 2);
        assertThat(cell("#trades-list").getFirst()).contains("189.30, 100, Buy");
        soon().until(() -> desktop.text("#trades-heading").equals("AAPL \u00b7 trades in the last minute: 2"));

        desktop.robot().moveTo("#trades-list");
        feed().deliver(Some.trade(3, "189.20"));
        soon().until(() -> desktop.text("#trades-held").equals("1 new"));
        desktop.robot().moveTo("#add-symbol");
        soon().until(() -> cell("#trades-list").size() == 3);

        desktop.click("#alerts");
        soon().until(() -> !feed().subscriptions().contains(Subscription.trades(Some.AAPL)));
        desktop.click("MSFT");
        desktop.click("#trades");
        soon().until(() -> feed().subscriptions().contains(Subscription.trades(Some.MSFT)));
    }

    private static Alert alert(String id, String price) {
        return new Alert(id, Some.AAPL, AlertCondition.CROSSES_ABOVE, Some.price(price), null, false, null, true, null);
    }

    /** What the cells of a list say, from above. */
    private List<String> cell(String list) {
        return OpenDesktop.seen(() -> desktop.robot().lookup(list + " .list-cell").queryAllAs(ListCell.class).stream()
                .filter(cell -> cell.getAccessibleText() != null && cell.isVisible())
                .sorted((a, b) -> Double.compare(a.getLayoutY(), b.getLayoutY()))
                .map(Node::getAccessibleText)
                .toList());
    }

    private String input(String query) {
        return OpenDesktop.seen(() -> desktop.robot().lookup(query).queryAllAs(TextInputControl.class).stream()
                .findFirst()
                .map(TextInputControl::getText)
                .orElse(""));
    }

    /** At 1000 by 700 the form must be whole. */
    private void assertInside(String... queries) {
        Bounds pane = bounds("#lower-pane");
        for (String query : queries) {
            assertThat(pane.contains(bounds(query))).as(query).isTrue();
        }
    }

    private Bounds bounds(String query) {
        return OpenDesktop.seen(() -> {
            Node node = desktop.robot().lookup(query).query();
            return node.localToScene(node.getLayoutBounds());
        });
    }

    private Stage stage() {
        return (Stage) desktop.robot().lookup("#lower-pane").query().getScene().getWindow();
    }
}
