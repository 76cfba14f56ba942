package dev.liveticker.server.venue;

import static dev.liveticker.server.venue.Coinbase.BTC;
import static dev.liveticker.server.venue.Coinbase.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.venue.VenueStatistics.Count;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The engine, with Coinbase's protocol for an example, on a clock of the test's own. */
class VenueMarketTest {

    private final Coinbase coinbase = Coinbase.live();

    @Test
    void it_is_open_once_instruments_and_first_prices_of_all_are_there() {
        Coinbase opening = new Coinbase(BTC, ETH);
        opening.opening = opening.market.begin();
        opening.time.run();
        opening.connected();
        opening.hear(Coinbase.SUBSCRIPTIONS);
        opening.hear(opening.ticker("BTC-USD", 7, "60000.00", "59999.99", "60000.01"));
        assertThat(opening.opening).isNotDone();

        opening.hear(opening.ticker("ETH-USD", 8, "3000.00", "2999.99", "3000.01"));

        assertThat(opening.opening).isCompleted();
        assertThat(opening.market.name()).isEqualTo("Coinbase");
        assertThat(opening.market.simulated()).isFalse();
        assertThat(opening.market.history(BTC)).isEmpty();
        assertThat(opening.market.instruments()).extracting(Instrument::symbol).containsExactly(BTC, ETH);
        assertThat(opening.market.instruments().getFirst().tickSize()).isEqualByComparingTo("0.01");
        Quote quote = opening.market.opening().getFirst();
        assertThat(quote.bid()).isEqualByComparingTo("59999.99");
        assertThat(quote.last()).isEqualByComparingTo("60000");
        assertThat(quote.high()).isEqualByComparingTo("61000.25");
        assertThat(quote.volume()).isEqualByComparingTo("9808.31");
        assertThat(quote.previousClose()).isNull();
        assertThat(quote.status()).isEqualTo(TradingStatus.OPEN);
        assertThat(quote.time()).isEqualTo(VenueTime.micros(opening.now()));
    }

    @Test
    void it_does_not_wait_for_ever_for_a_price_that_does_not_come() {
        Coinbase opening = new Coinbase(BTC, ETH);
        opening.opening = opening.market.begin();
        opening.time.run();
        opening.connected();
        opening.hear(Coinbase.SUBSCRIPTIONS);

        opening.time.pass(Duration.ofSeconds(6));

        assertThat(opening.opening).isCompleted();
        Quote nothing = opening.market.opening().getFirst();
        assertThat(nothing.last()).isNull();
        assertThat(nothing.bid()).isNull();
        assertThat(nothing.volume()).isNull();
    }

    @Test
    void what_the_venue_does_not_trade_is_named() {
        Coinbase opening = new Coinbase(BTC, Symbol.of("FOO-USD"), Symbol.of("BAR-USD"));
        var begun = opening.market.begin();
        opening.time.run();
        assertThatThrownBy(begun::join)
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Coinbase does not trade FOO-USD, BAR-USD");
        assertThat(opening.venue.lines).isEmpty();
    }

    @Test
    void a_market_that_cannot_be_had_says_so_at_once() {
        Coinbase opening = new Coinbase(BTC);
        opening.venue.refuse("/products", Loss.unreachable("no host is named nowhere"));
        var begun = opening.market.begin();
        opening.time.run();
        assertThatThrownBy(begun::join)
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("Coinbase cannot be used: no host is named nowhere");
    }

    @Test
    void a_stream_that_is_refused_while_opening_says_so_and_is_not_tried_again() {
        Coinbase opening = new Coinbase(BTC);
        var begun = opening.market.begin();
        opening.time.run();
        opening.connected();
        opening.hear(
                "{\"type\":\"error\",\"message\":\"Failed to subscribe\",\"reason\":\"too many\\nsubscriptions\"}");
        assertThatThrownBy(begun::join)
                .hasMessageContaining(
                        "Coinbase cannot be used: it says \"Failed to subscribe: too many?subscriptions\"");
        opening.time.pass(Duration.ofMinutes(5));
        assertThat(opening.venue.lines).hasSize(1);
    }

    @Test
    void more_symbols_than_it_serves_are_refused_before_anything_is_sent() {
        Symbol[] many = new Symbol[201];
        for (int i = 0; i < many.length; i++) {
            many[i] = Symbol.of("S" + i + "-USD");
        }
        Coinbase opening = new Coinbase(many);
        assertThatThrownBy(opening.market.begin()::join)
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 200 symbols");
        assertThat(opening.venue.requests).isEmpty();
    }

    @Test
    void who_listens_is_first_told_how_everything_stands() {
        Coinbase fresh = new Coinbase(BTC, ETH).open();
        fresh.hear(fresh.match("BTC-USD", 101, "60005.00"));

        fresh.market.start(fresh.events::addAll);
        fresh.time.run();

        assertThat(fresh.trades()).as("trades of before").isEmpty();
        assertThat(fresh.quotes()).extracting(Quote::symbol).containsExactly(BTC, ETH);
        assertThat(fresh.quotes().getFirst().last()).isEqualByComparingTo("60005");
        assertThat(fresh.quotes().getFirst().open()).isEqualByComparingTo("59000.5");
        assertThat(fresh.quotes().getFirst().status()).isEqualTo(TradingStatus.OPEN);
        assertThatThrownBy(() -> fresh.market.start(events -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_match_becomes_a_trade_with_an_own_number_and_the_taker_s_side() {
        coinbase.hear(coinbase.match("BTC-USD", 101, "60002.50"));
        coinbase.hear(coinbase.match("BTC-USD", 102, "60003.50"));

        assertThat(coinbase.trades()).extracting(Trade::tradeId).containsExactly(1L, 2L);
        Trade trade = coinbase.trades().getFirst();
        assertThat(trade.symbol()).isEqualTo(BTC);
        assertThat(trade.price()).isEqualByComparingTo("60002.5");
        assertThat(trade.size()).isEqualByComparingTo("5.23512");
        assertThat(trade.side()).as("the maker sold").isEqualTo(Side.BUY);
        assertThat(trade.time()).isEqualTo(VenueTime.micros(coinbase.now()));
        Quote quote = coinbase.quotes().getLast();
        assertThat(quote.last()).isEqualByComparingTo("60003.5");
        assertThat(quote.bid()).as("a quote is whole").isEqualByComparingTo("59999.99");
        assertThat(quote.open()).as("nothing of the session changed").isNull();
    }

    @Test
    void a_ticker_changes_the_quote_and_one_that_says_nothing_new_does_not() {
        coinbase.hear(coinbase.ticker("BTC-USD", 20, "60000.00", "60000.00", "60000.02"));
        coinbase.hear(coinbase.ticker("BTC-USD", 21, "60000.00", "60000.00", "60000.02"));
        coinbase.hear(coinbase.ticker("BTC-USD", 19, "60000.00", "59000.00", "59000.02"));

        assertThat(coinbase.quotes()).hasSize(1);
        assertThat(coinbase.quotes().getFirst().bid()).isEqualByComparingTo("60000");
    }

    @Test
    void silence_ends_the_connection_and_every_symbol_is_halted_until_it_is_back() {
        FakeConnector.Line first = coinbase.venue.last();
        coinbase.time.pass(Duration.ofSeconds(9));
        assertThat(coinbase.statuses()).isEmpty();

        coinbase.time.pass(Duration.ofSeconds(5));

        assertThat(first.aborted).isTrue();
        assertThat(coinbase.statuses())
                .containsExactly(
                        new Status(BTC, 0, TradingStatus.HALTED, "Coinbase is not reached"),
                        new Status(ETH, 0, TradingStatus.HALTED, "Coinbase is not reached"));
        assertThat(coinbase.quotes()).allMatch(quote -> quote.status() == TradingStatus.HALTED);
        assertThat(coinbase.venue.lines)
                .as("half of the first second of backoff is over")
                .hasSize(2);

        coinbase.events.clear();
        coinbase.connected();
        assertThat(coinbase.venue.last().said).isEqualTo(first.said);
        coinbase.hear(Coinbase.SUBSCRIPTIONS);

        assertThat(coinbase.statuses())
                .containsExactly(
                        new Status(BTC, 0, TradingStatus.OPEN, null), new Status(ETH, 0, TradingStatus.OPEN, null));
        assertThat(coinbase.market.statistics().of(Count.CONNECTIONS)).isEqualTo(2);
        assertThat(coinbase.market.statistics().of(Count.LOSSES)).isEqualTo(1);
    }

    @Test
    void heartbeats_keep_it_alive_and_nonsense_does_not() {
        for (int i = 0; i < 30; i++) {
            coinbase.time.pass(Duration.ofSeconds(1));
            coinbase.hear(coinbase.heartbeat("BTC-USD", 100));
        }
        assertThat(coinbase.venue.lines).hasSize(1);
        for (int i = 0; i < 30; i++) {
            coinbase.time.pass(Duration.ofSeconds(1));
            coinbase.venue.lines.getFirst().hear("{nonsense");
            coinbase.time.run();
        }
        assertThat(coinbase.venue.lines).hasSizeGreaterThan(1);
        assertThat(coinbase.market.statistics().of(Count.MALFORMED_MESSAGES)).isPositive();
    }

    @Test
    void the_waits_grow_while_it_is_not_reached_and_are_short_again_after_it_worked_for_a_while() {
        coinbase.venue.last().listener.ended(Loss.broken("cut"));
        coinbase.time.run();
        int attempts = 1;
        for (long halves : new long[] {500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000}) {
            coinbase.time.pass(Duration.ofMillis(halves - 1));
            assertThat(coinbase.venue.lines).hasSize(attempts);
            coinbase.time.pass(Duration.ofMillis(1));
            attempts++;
            assertThat(coinbase.venue.lines).hasSize(attempts);
            coinbase.venue.last().listener.ended(Loss.unreachable("no connection"));
            coinbase.time.run();
        }
        coinbase.time.pass(Duration.ofSeconds(15));
        coinbase.connected();
        coinbase.hear(Coinbase.SUBSCRIPTIONS);
        coinbase.time.pass(Duration.ofSeconds(9));
        coinbase.hear(coinbase.heartbeat("BTC-USD", 100));
        coinbase.time.pass(Duration.ofSeconds(2));
        int before = coinbase.venue.lines.size();

        coinbase.venue.last().listener.ended(Loss.broken("cut"));
        coinbase.time.pass(Duration.ofMillis(500));

        assertThat(coinbase.venue.lines).hasSize(before + 1);
    }

    @Test
    void a_connection_that_never_confirms_is_given_up() {
        coinbase.venue.last().listener.ended(Loss.broken("cut"));
        coinbase.time.pass(Duration.ofSeconds(1));
        coinbase.connected();
        FakeConnector.Line mute = coinbase.venue.last();
        for (int i = 0; i < 25; i++) {
            coinbase.time.pass(Duration.ofSeconds(1));
            mute.hear(coinbase.heartbeat("BTC-USD", 100));
        }
        assertThat(mute.aborted).isTrue();
        assertThat(coinbase.venue.lines).hasSizeGreaterThan(2);
    }

    @Test
    void a_refusal_while_running_is_not_hammered() {
        coinbase.hear("{\"type\":\"error\",\"message\":\"no more\"}");
        coinbase.time.pass(Duration.ofSeconds(59));
        assertThat(coinbase.venue.lines).hasSize(1);
        coinbase.time.pass(Duration.ofSeconds(1));
        assertThat(coinbase.venue.lines).hasSize(2);
    }

    @Test
    void what_an_old_connection_still_says_is_not_heard() {
        FakeConnector.Line old = coinbase.venue.last();
        old.listener.ended(Loss.broken("cut"));
        coinbase.time.pass(Duration.ofSeconds(1));
        coinbase.events.clear();

        old.hear(coinbase.match("BTC-USD", 101, "60001"));
        old.listener.ended(Loss.broken("again"));
        coinbase.time.run();

        assertThat(coinbase.events).isEmpty();
        assertThat(old.taken).as("it is let go on all the same").isPositive();
        assertThat(coinbase.venue.lines).hasSize(2);
    }

    @Test
    void no_timer_is_left_behind_by_a_long_connection_or_by_many() {
        int usual = coinbase.time.timers();
        for (int i = 0; i < 600; i++) {
            coinbase.time.pass(Duration.ofSeconds(1));
            coinbase.hear(coinbase.heartbeat("BTC-USD", 100));
        }
        assertThat(coinbase.time.timers()).isLessThanOrEqualTo(usual + 1);
        for (int i = 0; i < 20; i++) {
            coinbase.venue.last().listener.ended(Loss.broken("cut"));
            coinbase.time.pass(Duration.ofSeconds(31));
            coinbase.connected();
            coinbase.hear(Coinbase.SUBSCRIPTIONS);
        }
        assertThat(coinbase.time.timers()).isLessThanOrEqualTo(usual + 3);
    }

    @Test
    void a_status_of_the_venue_s_halts_its_symbol_alone_and_outlasts_a_reconnect() {
        coinbase.hear("{\"type\":\"status\",\"products\":[{\"id\":\"BTC-USD\",\"status\":\"offline\","
                + "\"status_message\":\"upgrade\"},{\"id\":\"ETH-USD\",\"status\":\"online\"},{\"id\":\"X-USD\"}]}");
        assertThat(coinbase.statuses()).containsExactly(new Status(BTC, 0, TradingStatus.HALTED, "upgrade"));

        coinbase.venue.last().listener.ended(Loss.broken("cut"));
        coinbase.time.pass(Duration.ofSeconds(1));
        coinbase.connected();
        coinbase.events.clear();
        coinbase.hear(Coinbase.SUBSCRIPTIONS);

        assertThat(coinbase.statuses()).containsExactly(new Status(ETH, 0, TradingStatus.OPEN, null));
    }

    @Test
    void a_listener_that_fails_does_not_end_the_market() {
        Coinbase failing = new Coinbase(BTC, ETH).open();
        failing.market.start(events -> {
            failing.events.addAll(events);
            throw new IllegalStateException("full");
        });
        failing.time.run();
        failing.events.clear();
        failing.hear(failing.match("BTC-USD", 101, "60001"));
        failing.hear(failing.match("BTC-USD", 102, "60002"));
        assertThat(failing.trades()).hasSize(2);
    }

    @Test
    void nothing_is_given_once_it_is_closed() {
        FakeConnector.Line line = coinbase.venue.last();
        coinbase.market.close();
        coinbase.market.close();
        coinbase.hear(coinbase.match("BTC-USD", 101, "60001"));
        coinbase.time.pass(Duration.ofMinutes(2));

        assertThat(coinbase.events).isEmpty();
        assertThat(line.aborted).isTrue();
        assertThat(coinbase.venue.closed).isTrue();
        assertThat(coinbase.venue.lines).hasSize(1);
        assertThatThrownBy(() -> coinbase.market.start(events -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_previous_close_is_that_of_the_day_before_and_is_asked_for_after_each_midnight() {
        String yesterday =
                "/products/BTC-USD/candles?granularity=86400&start=2026-03-05T00:00:00Z&end=2026-03-06T00:00:00Z";
        String today =
                "/products/BTC-USD/candles?granularity=86400&start=2026-03-06T00:00:00Z&end=2026-03-07T00:00:00Z";
        Coinbase day = new Coinbase(BTC, ETH);
        day.venue.answer(yesterday, "[[1772755200,1,9,2,60005.5,10],[1772668800,1,9,2,59500.25,10]]");
        day.venue.answer(today, "[[1772755200,1,9,2,60100.75,10]]");
        day.open();
        day.time.pass(Duration.ofSeconds(1));
        assertThat(day.market.opening().getFirst().previousClose()).isEqualByComparingTo("59500.25");
        assertThat(day.market.opening().getLast().previousClose()).isNull();

        day.time.pass(Duration.ofHours(9).plusMinutes(30).plusSeconds(10));
        assertThat(day.venue.requests).doesNotContain(today);
        day.time.pass(Duration.ofSeconds(10));

        assertThat(day.market.opening().getFirst().previousClose()).isEqualByComparingTo("60100.75");
    }

    @Test
    void a_previous_close_that_could_not_be_had_is_asked_for_again_until_it_is_there() {
        String yesterday =
                "/products/BTC-USD/candles?granularity=86400&start=2026-03-05T00:00:00Z&end=2026-03-06T00:00:00Z";
        Coinbase day = new Coinbase(BTC, ETH);
        day.venue.refuse(yesterday, Loss.broken("it answered with HTTP 500"));
        day.open();
        day.time.pass(Duration.ofSeconds(30));
        assertThat(day.market.opening().getFirst().previousClose()).isNull();
        day.venue.answer(yesterday, "[[1772668800,1,9,2,59500.25,10]]");

        day.time.pass(Duration.ofMinutes(1));
        assertThat(day.market.opening().getFirst().previousClose()).isEqualByComparingTo("59500.25");

        day.time.pass(Duration.ofMinutes(5));
        assertThat(day.venue.requests).filteredOn(yesterday::equals).hasSize(2);
    }

    @Test
    void unknown_kinds_and_symbols_are_left_out_and_counted() {
        coinbase.hear("{\"type\":\"auction\",\"product_id\":\"BTC-USD\"}");
        coinbase.hear(coinbase.match("DOGE-USD", 1, "0.1"));
        coinbase.hear("[]");
        coinbase.hear("");
        assertThat(coinbase.events).isEmpty();
        assertThat(coinbase.market.statistics().of(Count.IGNORED_MESSAGES)).isEqualTo(1);
        assertThat(coinbase.market.statistics().rejected(Rejection.UNKNOWN_SYMBOL))
                .isEqualTo(1);
        assertThat(coinbase.market.statistics().of(Count.MALFORMED_MESSAGES)).isEqualTo(2);
        assertThat(coinbase.market.opening()).extracting(Quote::last).contains(new BigDecimal("60000.00"));
        assertThat(coinbase.market.statistics().complaints())
                .isEqualTo("rejected UNKNOWN_SYMBOL: 1, MALFORMED_MESSAGES: 2");
    }
}
