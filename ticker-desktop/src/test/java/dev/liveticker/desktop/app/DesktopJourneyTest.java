package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.settings.ThemeChoice;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Channel;
import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with the desktop, with mouse and keyboard, on a feed that does what the test says. */
class DesktopJourneyTest {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    @TempDir
    Path directory;

    private final FakeBackend backend = FakeBackend.ready();
    private OpenDesktop desktop;

    @BeforeEach
    void open() throws Exception {
        OpenDesktop.settings(
                directory, Settings.defaults().withWatchlist(List.of(Some.AAPL, Some.MSFT, Symbol.of("NVDA"))));
        backend.marketData.answerAtOnce();
        desktop = new OpenDesktop(directory, backend);
        soon().until(() -> !backend.feeds.isEmpty());
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(
                        Some.snapshot(Some.AAPL, "189.25", "188.46"),
                        Some.snapshot(Some.MSFT, "402.10", "402.54"),
                        Some.snapshot(Symbol.of("NVDA"), "875.30", "870.00"));
        soon().until(() -> desktop.text("#connection-text").equals("Live"));
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @Test
    void a_symbol_is_added_by_its_name_with_auto_completion() {
        desktop.click("#add-symbol");
        desktop.type("bitc");
        soon().until(() -> desktop.shows("#suggestions"));

        desktop.press(KeyCode.ENTER);

        assertThat(desktop.rows()).containsExactly("AAPL", "MSFT", "NVDA", "BTC-USD");
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
        desktop.robot().moveTo("#chart");
        desktop.robot().drag("#chart").dropBy(120, 0);
        desktop.robot().scroll(3, javafx.geometry.VerticalDirection.UP);
        desktop.click("#chart");
        desktop.press(KeyCode.LEFT);
        desktop.press(KeyCode.MINUS);
        desktop.press(KeyCode.PLUS);
        desktop.press(KeyCode.RIGHT);

        assertThat(desktop.colours("#chart")).isGreaterThan(5);
        assertThat(desktop.shows(".notice")).as("nothing went wrong").isFalse();
    }

    @Test
    void the_transport_is_switched_while_running() throws Exception {
        desktop.press(KeyCode.CONTROL, KeyCode.T);
        assertThat(feed().settings().transport()).isEqualTo(Transport.SSE);
        feed().become(new ConnectionState.Live(Transport.SSE));
        soon().until(() -> desktop.text("#connection-transport").equals("SSE"));

        desktop.click("#open-settings");
        desktop.robot()
                .interact(() -> HeadlessMouse.mend(
                        desktop.robot().lookup("#transport").query().getScene().getWindow()));
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
        soon().untilAsserted(() -> assertThat(desktop.text("#connection-text"))
                .matches("Retry in \\d+ s \u2014 server closed the connection"));
        assertThat(table().getPseudoClassStates()).contains(STALE);
        soon().untilAsserted(() ->
                assertThat(desktop.shows("0 s ago") || desktop.shows("1 s ago")).isTrue());

        desktop.click("#retry-now");

        assertThat(feed().retries()).isEqualTo(1);
        feed().goLive(Transport.WEBSOCKET);
        soon().until(() -> !table().getPseudoClassStates().contains(STALE));
        assertThat(desktop.shows("#retry-now")).isFalse();
    }

    @Test
    void a_refusal_says_why_and_leads_to_the_settings() {
        feed().become(new ConnectionState.Refused("token expired"));
        soon().until(() -> desktop.text("#connection-text").equals("Refused: token expired"));

        desktop.click("#refused-settings");

        soon().until(() -> desktop.shows("#settings-done"));
    }

    @Test
    void an_unknown_certificate_is_shown_and_trusted_only_by_choice() {
        CertificateRefusal unknown = Some.refusal(CertificateRefusal.Reason.UNTRUSTED, "AB");
        feed().become(new ConnectionState.Refused(unknown.why(), unknown));
        soon().until(() -> desktop.text("#trust-fingerprint").startsWith("ABAB ABAB"));
        mendDialog(".trust");
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
    void the_theme_is_chosen_and_kept() {
        desktop.click("#open-settings");
        mendDialog();
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
    void a_token_is_typed_unseen_and_shown_to_that_server() {
        desktop.click("#open-settings");
        mendDialog();
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
        mendDialog();
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
        soon().until(() -> desktop.shows("Bring it back"));
        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> !desktop.shows("Bring it back"));
    }

    @Test
    void everything_can_be_reached_by_keyboard_and_has_a_name() {
        for (Window window : List.copyOf(Window.getWindows())) {
            for (Node node : window.getScene().getRoot().lookupAll("*")) {
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

    private void mendDialog() {
        mendDialog("#settings-done");
    }

    private void mendDialog(String query) {
        desktop.robot()
                .interact(() -> HeadlessMouse.mend(
                        desktop.robot().lookup(query).query().getScene().getWindow()));
    }

    private FakeFeed feed() {
        return backend.feed();
    }

    private TableView<?> table() {
        return desktop.robot().lookup("#watchlist-table").queryAs(TableView.class);
    }

    private Settings saved() {
        return new SettingsFile(directory, InstantSource.system()).load().value();
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
