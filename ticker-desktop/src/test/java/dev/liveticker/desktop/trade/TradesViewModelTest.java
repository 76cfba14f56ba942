package dev.liveticker.desktop.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TradesViewModelTest {

    private static final Subscription AAPL = Subscription.trades(Some.AAPL);

    private final FakeMarketData marketData = new FakeMarketData();
    private final InstrumentDirectory instruments = new InstrumentDirectory(marketData, Runnable::run);
    private final TradeInbox inbox = new TradeInbox();
    private final FakeFeed feed = new FakeFeed(null, inbox);
    private final TradesViewModel trades = new TradesViewModel(feed, marketData, instruments, inbox, Runnable::run);
    private long now;

    private void open() {
        instruments.load();
        trades.show(Some.AAPL);
        trades.shown(true);
        feed.goLive(Transport.WEBSOCKET);
    }

    private void pulse() {
        now += Duration.ofMillis(66).toNanos();
        trades.pulse(now);
    }

    private void answer(long first, long last) {
        marketData.tradesAsked().getLast().answer().complete(some(first, last));
    }

    private static List<Trade> some(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> Some.trade(id, "100"))
                .toList();
    }

    private List<Long> numbers() {
        return trades.rows().stream()
                .map(row -> row instanceof TradeRow.Done done ? done.trade().tradeId() : -1L)
                .toList();
    }

    @Test
    void the_newest_are_fetched_and_then_come_by_themselves() {
        open();
        assertThat(trades.notice().get()).startsWith("Loading");
        answer(1, 3);
        feed.deliver(Some.trade(4, "101"));
        pulse();

        assertThat(numbers()).containsExactly(4L, 3L, 2L, 1L);
        assertThat(trades.notice().get()).isEmpty();
        trades.second(now);
        assertThat(trades.heading().get()).isEqualTo("AAPL \u00b7 trades in the last minute: 4");
    }

    @Test
    void what_was_traded_between_the_answer_and_the_beginning_of_the_stream_is_fetched() {
        open();
        answer(1, 3);
        int asked = marketData.tradesAsked().size();

        feed.deliver(new Subscribed(null, Channel.TRADES, null, List.of(Some.AAPL), List.of(), false));
        pulse();
        assertThat(marketData.tradesAsked()).hasSize(asked + 1);
        answer(1, 4);
        feed.deliver(new Subscribed(null, Channel.TRADES, null, List.of(Some.AAPL, Some.MSFT), List.of(), false));
        pulse();

        assertThat(numbers()).containsExactly(4L, 3L, 2L, 1L);
        assertThat(marketData.tradesAsked()).as("another symbol began").hasSize(asked + 1);
    }

    @Test
    void how_busy_the_market_is_is_said_once_the_stream_brings_a_trade() {
        open();
        answer(1, 3);
        trades.second(now);
        assertThat(trades.heading().get()).as("they may be days old").isEqualTo("AAPL");

        feed.deliver(Some.trade(4, "101"));
        pulse();
        assertThat(trades.heading().get()).isEqualTo("AAPL \u00b7 trades in the last minute: 4");

        trades.show(Some.MSFT);
        trades.show(Some.AAPL);
        answer(1, 4);
        assertThat(trades.heading().get()).isEqualTo("AAPL");
    }

    @Test
    void what_was_missed_in_an_outage_is_fetched_once() {
        open();
        trades.live(true);
        answer(1, 3);
        int asked = marketData.tradesAsked().size();

        trades.live(false);
        feed.goLive(Transport.WEBSOCKET);
        feed.deliver(new Subscribed(null, Channel.TRADES, null, List.of(Some.AAPL), List.of(), false));
        trades.live(true);
        pulse();

        assertThat(marketData.tradesAsked()).hasSize(asked + 1);
    }

    @Test
    void nothing_is_asked_for_while_nobody_looks() {
        trades.show(Some.AAPL);
        assertThat(marketData.tradesAsked()).isEmpty();
        assertThat(feed.subscriptions()).isEmpty();

        trades.shown(true);
        assertThat(feed.subscriptions()).containsExactly(AAPL);
        trades.show(Some.MSFT);
        assertThat(feed.subscriptions()).containsExactly(Subscription.trades(Some.MSFT));
        trades.shown(false);
        assertThat(feed.subscriptions()).isEmpty();
    }

    @Test
    void an_answer_about_the_symbol_before_comes_to_nothing() {
        open();
        FakeMarketData.TradesAsked late = marketData.tradesAsked().getLast();
        trades.show(Some.MSFT);
        late.answer().complete(some(1, 3));

        assertThat(trades.rows()).isEmpty();
    }

    @Test
    void what_came_before_the_answer_is_not_there_twice_and_a_hole_between_is_asked_for_once() {
        open();
        feed.deliver(Some.trade(7, "100"), Some.trade(8, "100"));
        pulse();
        answer(1, 4);
        assertThat(numbers()).containsExactly(8L, 7L, -1L, 4L, 3L, 2L, 1L);
        assertThat(marketData.tradesAsked()).hasSize(2);

        answer(1, 7);
        assertThat(numbers()).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        pulse();
        assertThat(marketData.tradesAsked()).hasSize(2);
    }

    @Test
    void what_is_lost_for_good_is_said() {
        open();
        answer(1, 3);
        feed.deliver(Some.trade(6, "100"));
        pulse();
        answer(6, 6);
        pulse();

        assertThat(trades.rows().get(1)).isEqualTo(new TradeRow.Missing(2));
        assertThat(marketData.tradesAsked()).hasSize(2);
    }

    @Test
    void the_list_stands_still_while_one_reads_and_catches_up_after() {
        open();
        answer(1, 3);
        trades.pause(true);
        feed.deliver(Some.trade(4, "100"), Some.trade(5, "100"));
        pulse();
        assertThat(numbers()).containsExactly(3L, 2L, 1L);
        assertThat(trades.held().get()).isEqualTo(2);

        trades.pause(false);

        assertThat(numbers()).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(trades.held().get()).isZero();
    }

    @Test
    void it_has_an_end() {
        open();
        answer(1, TradeLog.MOST);
        feed.deliver(some(TradeLog.MOST + 1, TradeLog.MOST + 700).toArray(Trade[]::new));
        pulse();

        assertThat(numbers()).hasSize(TradeLog.MOST).startsWith(TradeLog.MOST + 700L);
    }

    @Test
    void a_server_that_began_anew_has_other_trades_of_the_same_numbers() {
        open();
        answer(1, 3);
        feed.deliver(
                new Welcome(1, "fake", "another", 0, "s2", 5_000, 0, true, "SIMULATED", null), Some.trade(2, "50"));
        pulse();

        assertThat(numbers()).containsExactly(2L);
        answer(1, 2);
        assertThat(numbers()).containsExactly(2L, 1L);
    }

    @Test
    void trades_that_cannot_be_had_say_why_and_are_asked_for_when_it_is_live_again() {
        open();
        marketData.tradesAsked().getLast().answer().completeExceptionally(new IOException("no answer"));
        assertThat(trades.notice().get()).isEqualTo("The trades could not be loaded: no answer");

        trades.live(true);
        answer(1, 1);
        assertThat(numbers()).containsExactly(1L);
    }

    @Test
    void a_time_is_of_the_local_zone_with_its_milliseconds() {
        assertThat(TradesViewModel.time(1_774_000_000_123_456L, ZoneId.of("America/New_York")))
                .isEqualTo("05:46:40.123");
    }
}
