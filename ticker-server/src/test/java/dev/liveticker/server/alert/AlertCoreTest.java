package dev.liveticker.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertRemoved;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.AllowedSymbols;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Letter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertCoreTest {

    private static final Principal ANA = principal("ana");
    private static final Principal BEN = principal("ben");

    /** Fails when told to; keeps nothing. */
    private static final class Unreliable implements AlertStore {
        private boolean broken;

        @Override
        public Contents contents() {
            return Contents.NOTHING;
        }

        @Override
        public void save(Changes changes) throws IOException {
            if (broken) {
                throw new IOException("disk full");
            }
        }

        @Override
        public boolean durable() {
            return true;
        }

        @Override
        public void close() {}
    }

    private final Market market = new Market();
    private final Unreliable store = new Unreliable();
    private final AlertCore core = new AlertCore(
            new AlertSettings(3, 2, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1)),
            Market.INSTRUMENTS,
            market.opening("100.00"),
            store,
            "run");
    private final List<Letter> letters = new ArrayList<>();
    private long now;

    private static Principal principal(String user) {
        return new Principal(user, Set.of(Channel.values()), AllowedSymbols.everything(), null, false);
    }

    private static ClientMessage.SetAlert above(String id, String price) {
        return new ClientMessage.SetAlert(id, Market.AAPL, "crossesAbove", new BigDecimal(price), null, null, null);
    }

    private static ClientMessage.SetAlert repeating(String id, String price) {
        return new ClientMessage.SetAlert(id, Market.AAPL, "crossesAbove", new BigDecimal(price), null, true, null);
    }

    private static ClientMessage.SetAlert percent(Symbol symbol, String condition, String percent) {
        return new ClientMessage.SetAlert("p", symbol, condition, null, new BigDecimal(percent), null, null);
    }

    private void settle() {
        letters.clear();
        letters.addAll(core.settle(now));
    }

    private void happens(MarketEvent... events) {
        core.happened(List.of(events));
        settle();
    }

    private void asks(String session, Principal who, ClientMessage.Personal... requests) {
        for (ClientMessage.Personal request : requests) {
            core.asked(AlertRequest.of(session, Objects.requireNonNull(who.user()), who, request));
        }
        settle();
    }

    private List<ServerMessage> said(String session) {
        return letters.stream()
                .filter(letter -> letter.session().equals(session))
                .map(Letter::message)
                .toList();
    }

    private <T extends ServerMessage> List<T> said(String session, Class<T> type) {
        return said(session).stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<String> firedAlerts(String session) {
        return said(session, Notification.class).stream()
                .map(Notification::alert)
                .toList();
    }

    @Test
    void an_id_that_is_half_a_character_is_refused_and_not_repeated() {
        String half = "\ud800";
        asks(
                "a",
                ANA,
                above(half, "101"),
                new ClientMessage.RemoveAlert(half),
                new ClientMessage.Acknowledge(half),
                new ClientMessage.ListAlerts(half));

        assertThat(said("a")).hasSize(4).hasOnlyElementsOfType(Failure.class);
        assertThat(said("a", Failure.class)).extracting(Failure::code).containsOnly("bad_id");
        assertThat(said("a", Failure.class)).extracting(Failure::id).containsOnlyNulls();
    }

    @Test
    void an_alert_that_fires_notifies_its_user_on_every_connection_and_nobody_else() {
        core.joined("a1", "ana");
        core.joined("a2", "ana");
        core.joined("b", "ben");
        asks("a1", ANA, above("x", "101"));
        assertThat(said("a1", AlertSet.class)).hasSize(1);
        assertThat(said("a2", AlertSet.class)).hasSize(1);

        happens(market.trade("100.99"));
        assertThat(letters).isEmpty();
        happens(market.trade("101.00"));

        for (String session : List.of("a1", "a2")) {
            Notification notification = said(session, Notification.class).getFirst();
            assertThat(notification.user()).isEqualTo("ana");
            assertThat(notification.alert()).isEqualTo("x");
            assertThat(notification.text()).isEqualTo("AAPL at 101.00, above 101");
            AlertSet fired = said(session, AlertSet.class).getFirst();
            assertThat(fired.alert().active()).isFalse();
            assertThat(fired.alert().firedTime()).isEqualTo(notification.time());
        }
        assertThat(said("b")).isEmpty();
        happens(market.trade("99"), market.trade("102"));
        assertThat(letters).isEmpty();
    }

    @Test
    void an_alert_beyond_its_level_when_it_is_set_fires_only_after_the_price_came_back() {
        core.joined("a", "ana");
        asks("a", ANA, above("at", "100.00"), above("beyond", "99"));
        happens(market.trade("105"));
        assertThat(firedAlerts("a")).isEmpty();
        happens(market.trade("99.99"), market.trade("100"));
        assertThat(firedAlerts("a")).containsExactly("at");
        happens(market.trade("98"), market.trade("200"));
        assertThat(firedAlerts("a")).containsExactly("beyond");
    }

    @Test
    void an_index_fires_by_its_value_and_a_stock_not_by_its_quote() {
        core.joined("a", "ana");
        asks(
                "a",
                ANA,
                above("stock", "101"),
                new ClientMessage.SetAlert(
                        "index", Market.GSPC, "crossesBelow", new BigDecimal("99"), null, null, null));
        happens(market.quote(Market.AAPL, "150", null), market.quote(Market.GSPC, "98.5", null));
        assertThat(firedAlerts("a")).containsExactly("index");
    }

    @Test
    void an_alert_that_repeats_is_silent_for_its_cool_down_only() {
        core.joined("a", "ana");
        asks("a", ANA, repeating("r", "101"));
        happens(market.trade("101"), market.trade("100"), market.trade("102"));
        assertThat(said("a", Notification.class)).hasSize(1);
        market.pass(60);
        happens(market.trade("103"));
        assertThat(letters).as("no crossing").isEmpty();
        happens(market.trade("100"), market.trade("101"));
        assertThat(said("a", Notification.class)).hasSize(1);
        assertThat(said("a", AlertSet.class).getFirst().alert().active()).isTrue();
    }

    @Test
    void a_change_in_percent_counts_from_the_previous_close_and_a_gap_at_the_next_open_crosses() {
        core.joined("a", "ana");
        asks("a", ANA, percent(Market.AAPL, "changePercentBelow", "-5"));
        happens(market.trade("95.01"));
        assertThat(letters).isEmpty();
        happens(market.trade("94.90"));
        assertThat(said("a", Notification.class))
                .extracting(Notification::text)
                .containsExactly("AAPL at 94.90, -5.10 % today, below -5 %");
        asks("a", ANA, percent(Market.AAPL, "changePercentBelow", "-5"));
        happens(market.quote(Market.AAPL, "94.90", "94.90"));
        happens(market.trade("90.00"));
        assertThat(firedAlerts("a")).containsExactly("p");
    }

    @Test
    void the_same_id_again_replaces_and_the_same_again_changes_nothing() {
        core.joined("a", "ana");
        asks("a", ANA, above("x", "101"), above("x", "200"), above("x", "200"));
        happens(market.trade("150"));
        assertThat(letters).isEmpty();
        asks("a", ANA, new ClientMessage.ListAlerts("q"));
        assertThat(said("a", Alerts.class).getFirst().alerts())
                .extracting(Alert::price)
                .containsExactly(new BigDecimal("200"));
        asks("a", ANA, new ClientMessage.RemoveAlert("x"), new ClientMessage.RemoveAlert("never"));
        assertThat(said("a", AlertRemoved.class)).extracting(AlertRemoved::id).containsExactly("never", "x");
        happens(market.trade("250"));
        assertThat(letters).isEmpty();
    }

    @Test
    void what_waits_is_told_to_a_new_connection_once_and_to_none_after_it_was_acknowledged() {
        asks("gone", ANA, above("x", "101"));
        happens(market.trade("102"));
        assertThat(letters).isEmpty();

        core.joined("first", "ana");
        core.joined("first", "ana");
        settle();
        Notification waited = said("first", Notification.class).getFirst();
        assertThat(said("first")).hasSize(1);
        core.joined("second", "ana");
        settle();
        assertThat(said("first")).isEmpty();
        assertThat(said("second")).containsExactly(waited);

        asks("second", BEN, new ClientMessage.Acknowledge(waited.id()));
        assertThat(said("first")).as("another user cannot").isEmpty();
        asks("second", ANA, new ClientMessage.Acknowledge(waited.id()));
        assertThat(said("first")).containsExactly(new Acknowledged(waited.id()));
        assertThat(said("second")).containsExactly(new Acknowledged(waited.id()));
        asks("second", ANA, new ClientMessage.Acknowledge(waited.id()));
        assertThat(said("second")).containsExactly(new Acknowledged(waited.id()));
        assertThat(said("first")).isEmpty();
        core.joined("third", "ana");
        settle();
        assertThat(said("third")).isEmpty();
    }

    @Test
    void of_too_many_that_wait_the_oldest_is_dropped_and_counted() {
        core.joined("a", "ana");
        asks("a", ANA, above("1", "101"), above("2", "102"), above("3", "103"));
        happens(market.trade("104"));
        core.joined("later", "ana");
        settle();
        assertThat(firedAlerts("later")).containsExactly("2", "3");
        asks("a", ANA, new ClientMessage.ListAlerts(null));
        assertThat(said("a", Alerts.class).getFirst().dropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', AAPL, crossesAbove, 1, , , bad_id",
        "x, NOPE, crossesAbove, 1, , , unknown_symbol",
        "x, AAPL, doubles, 1, , , bad_condition",
        "x, AAPL, crossesAbove, , , , bad_price",
        "x, AAPL, crossesAbove, 0, , , bad_price",
        "x, AAPL, crossesAbove, 1, 1, , bad_price",
        "x, AAPL, changePercentAbove, 1, , , bad_percent",
        "x, AAPL, changePercentAbove, , 1.00001, , bad_percent",
        "x, AAPL, changePercentBelow, , -100, , bad_percent",
    })
    void what_cannot_be_an_alert_is_refused_with_a_code(
            String id,
            String symbol,
            String condition,
            BigDecimal price,
            BigDecimal percent,
            String note,
            String code) {
        asks("a", ANA, new ClientMessage.SetAlert(id, Symbol.of(symbol), condition, price, percent, null, note));
        assertThat(said("a", Failure.class)).extracting(Failure::code).containsExactly(code);
        assertThat(said("a", Failure.class)).extracting(Failure::id).containsExactly(id);
    }

    @Test
    void texts_are_bounded_and_so_is_the_number_of_alerts() {
        String long65 = "x".repeat(65);
        asks("a", ANA, above(long65, "1"), above("tab\t", "1"), above("half\ud800", "1"));
        assertThat(said("a", Failure.class))
                .extracting(Failure::code)
                .containsOnly("bad_id")
                .hasSize(3);
        asks(
                "a",
                ANA,
                new ClientMessage.SetAlert(
                        "n", Market.AAPL, "crossesAbove", BigDecimal.ONE, null, null, "n".repeat(201)));
        assertThat(said("a", Failure.class)).extracting(Failure::code).containsExactly("bad_note");
        asks("a", ANA, above("1", "1"), above("2", "2"), above("3", "3"), above("4", "4"), above("1", "5"));
        assertThat(said("a", Failure.class)).extracting(Failure::code).containsExactly("too_many_alerts");
        asks("b", BEN, above("4", "4"));
        assertThat(said("b", Failure.class)).isEmpty();
    }

    @Test
    void a_user_cannot_be_told_of_a_symbol_it_may_not_see() {
        Principal limited = new Principal("eve", Set.of(), AllowedSymbols.parse(List.of("BTC-*")), null, false);
        asks("e", limited, above("x", "101"));
        assertThat(said("e", Failure.class)).extracting(Failure::code).containsExactly("not_allowed");
    }

    @Test
    void nothing_is_told_before_it_is_saved_and_everything_once_it_is() {
        core.joined("a", "ana");
        asks("a", ANA, above("x", "101"));
        store.broken = true;
        happens(market.trade("102"));
        assertThat(letters).isEmpty();
        asks("a", ANA, above("y", "103"));
        assertThat(said("a")).singleElement().isInstanceOfSatisfying(Failure.class, refused -> {
            assertThat(refused.code()).isEqualTo("not_saved");
            assertThat(refused.id()).isEqualTo("y");
            assertThat(refused.retryAfterMillis()).isEqualTo(1_000);
        });

        store.broken = false;
        settle();
        assertThat(letters).as("not tried again at once").isEmpty();
        now = core.next();
        settle();
        assertThat(firedAlerts("a")).containsExactly("x");
        assertThat(said("a", Failure.class)).isEmpty();
    }

    @Test
    void however_long_nothing_can_be_saved_no_more_than_a_thousand_answers_wait() {
        core.joined("a", "ana");
        asks("a", ANA, above("x", "101"));
        store.broken = true;
        happens(market.trade("102"));
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            asks("a", ANA, new ClientMessage.ListAlerts("list"), above("y", "103"));
            refused += said("a", Failure.class).size();
        }
        assertThat(refused).isEqualTo(10_000 - 1_000);

        store.broken = false;
        now = core.next();
        settle();
        assertThat(said("a", Alerts.class)).hasSize(1_000);
        assertThat(said("a", Failure.class)).isEmpty();
    }

    @Test
    void a_connection_that_left_is_told_nothing() {
        core.joined("a", "ana");
        asks("a", ANA, above("x", "101"));
        core.left("a");
        happens(market.trade("102"));
        assertThat(letters).isEmpty();
    }
}
