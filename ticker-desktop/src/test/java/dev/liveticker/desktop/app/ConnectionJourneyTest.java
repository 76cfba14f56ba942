package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.model.FaultKind;
import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** How a person sees where prices come from, and goes elsewhere, on a feed that does what the test says. */
class ConnectionJourneyTest extends Journey {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    @Test
    void an_outage_is_simulated_from_the_menu_counted_down_and_ended() {
        assertThat(desktop.shows("#simulate-outage")).as("not allowed").isFalse();
        backend.faults.allow();
        feed().goLive(Transport.WEBSOCKET);
        soon().until(() -> desktop.shows("#simulate-outage"));

        desktop.robot().interact(() -> outage("Halt AAPL", "30 s").fire());
        soon().until(() -> desktop.text("#outage-status").startsWith("Simulated: AAPL halted"));
        assertThat(backend.faults.asked())
                .containsExactly(FaultRequest.of(FaultKind.HALT, 30).ofSymbols(List.of(Some.AAPL)));

        MenuButton menu = desktop.robot().lookup("#simulate-outage").queryAs(MenuButton.class);
        desktop.robot().interact(() -> menu.getItems().getLast().fire());
        soon().until(() -> !desktop.shows("#outage-status"));
    }

    @Test
    void the_transport_is_switched_while_running() throws Exception {
        desktop.press(KeyCode.CONTROL, KeyCode.T);
        assertThat(feed().settings().transport()).isEqualTo(Transport.SSE);
        feed().become(new ConnectionState.Live(Transport.SSE));
        soon().until(() -> desktop.text("#connection-transport").equals("SSE"));

        desktop.click("#open-settings");
        desktop.click("#transport");
        desktop.press(KeyCode.DOWN);
        desktop.press(KeyCode.ENTER);

        assertThat(feed().settings().transport()).isEqualTo(Transport.LONG_POLLING);
        desktop.press(KeyCode.ESCAPE);
    }

    @Test
    void a_wait_counts_down_greys_the_prices_and_can_be_ended() {
        feed().become(new ConnectionState.Waiting(
                1,
                Duration.ofSeconds(30),
                System.nanoTime() + Duration.ofSeconds(30).toNanos(),
                "server closed the connection"));
        soon().untilAsserted(() ->
                assertThat(desktop.text("#connection-text")).matches("Retry in \\d+ s \u2014 the connection broke"));
        soon().until(() -> table().getPseudoClassStates().contains(STALE));
        soon().until(() -> desktop.showsLike("\\d+ s ago"));

        desktop.click("#retry-now");

        assertThat(feed().retries()).isEqualTo(1);
        feed().goLive(Transport.WEBSOCKET);
        soon().until(() -> !table().getPseudoClassStates().contains(STALE));
        soon().until(() -> !desktop.shows("#retry-now"));
    }

    @Test
    void a_refusal_says_why_and_leads_to_the_settings() {
        feed().become(new ConnectionState.Refused("token expired"));
        soon().until(() -> desktop.text("#connection-text").equals("Refused: the server does not accept the request"));

        desktop.click("#refused-settings");

        soon().until(() -> desktop.shows("#settings-done"));
    }

    @Test
    void an_unknown_certificate_is_shown_and_trusted_only_by_choice() {
        CertificateRefusal unknown = Some.refusal(CertificateRefusal.Reason.UNTRUSTED, "AB");
        feed().become(new ConnectionState.Refused(unknown.why(), unknown));
        soon().until(() -> desktop.text("#trust-fingerprint").startsWith("ABAB ABAB"));
        desktop.press(KeyCode.ENTER);
        soon().until(() -> !desktop.shows("#trust-heading"));
        assertThat(saved().pins()).isEmpty();

        CertificateRefusal changed = Some.refusal(CertificateRefusal.Reason.CHANGED, "CD");
        feed().become(new ConnectionState.Refused(changed.why(), changed));
        soon().until(() -> desktop.text("#trust-heading").equals("ticker.example:8443 is not who it was"));
        desktop.click("#trust-cancel");
        desktop.click("#show-certificate");
        desktop.click("#trust-accept");
        soon().untilAsserted(() -> assertThat(saved().pins()).containsEntry(changed.server(), changed.fingerprint()));
    }

    @Test
    void a_token_is_typed_unseen_and_shown_to_that_server() {
        desktop.click("#open-settings");
        desktop.click("#server-remote");
        desktop.click("#server-address");
        desktop.type("feed.example");
        desktop.click("#server-token");
        desktop.type("abc.def");
        desktop.click("#settings-done");

        soon().untilAsserted(() -> assertThat(feed().settings().token().token()).contains("abc.def"));
        assertThat(feed().settings().server()).hasToString("http://feed.example");
    }

    @Test
    void the_server_is_chosen_by_its_address() {
        desktop.click("#open-settings");
        desktop.click("#server-remote");
        desktop.click("#server-address");
        desktop.type("nowhere at all");
        desktop.press(KeyCode.ENTER);
        assertThat(desktop.text("#address-problem")).startsWith("An address looks like");

        desktop.robot()
                .interact(() -> desktop.robot()
                        .lookup("#server-address")
                        .queryAs(TextField.class)
                        .clear());
        desktop.type("feed.example");
        desktop.press(KeyCode.ENTER);

        assertThat(feed().settings().server()).hasToString("http://feed.example");
        assertThat(desktop.text("#address-problem")).isEmpty();
        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> !desktop.shows("#settings-done"));
    }

    private MenuItem outage(String kind, String length) {
        MenuButton menu = desktop.robot().lookup("#simulate-outage").queryAs(MenuButton.class);
        return menu.getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .filter(each -> kind.equals(each.getText()))
                .flatMap(each -> each.getItems().stream())
                .filter(each -> length.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private TableView<?> table() {
        return OpenDesktop.seen(() -> desktop.robot().lookup("#watchlist-table").queryAs(TableView.class));
    }
}
