package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.Trade;
import dev.liveticker.server.venue.VenueStatistics.Count;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Holes in the numbers of trades: only what is missing is fetched, and order is kept. */
class TradeHealingTest {

    private final Coinbase coinbase = Coinbase.live();
    private final VenueStatistics statistics = coinbase.market.statistics();

    private List<Long> numbers() {
        return coinbase.trades().stream().map(Trade::tradeId).toList();
    }

    private List<String> prices() {
        return coinbase.trades().stream()
                .map(trade -> trade.price().toPlainString())
                .toList();
    }

    private List<String> healing() {
        return coinbase.venue.requests.stream()
                .filter(path -> path.contains("/trades"))
                .toList();
    }

    @Test
    void missing_trades_are_fetched_and_come_before_those_after_them() {
        coinbase.venue.answer("/products/BTC-USD/trades", coinbase.page(103, 90));
        coinbase.hear(coinbase.match("BTC-USD", 101, "60000.10"));
        coinbase.hear(coinbase.match("BTC-USD", 104, "60000.40"));
        assertThat(numbers()).as("at the pace that is allowed").isNotEmpty();
        coinbase.time.pass(Duration.ofSeconds(1));

        assertThat(healing()).containsExactly("/products/BTC-USD/trades?limit=1000&after=104");
        assertThat(prices()).containsExactly("60000.10", "60001.00", "60001.00", "60000.40");
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(statistics.of(Count.GAPS)).isEqualTo(1);
        assertThat(statistics.of(Count.HEALED_TRADES)).isEqualTo(2);
        assertThat(statistics.of(Count.LOST_TRADES)).isZero();
    }

    @Test
    void what_is_traded_during_an_outage_is_fetched_after_it() {
        coinbase.venue.last().listener.ended(Loss.broken("cut"));
        coinbase.time.pass(Duration.ofSeconds(1));
        coinbase.venue.answer("/products/BTC-USD/trades", coinbase.page(109, 101));
        coinbase.connected();
        coinbase.hear(Coinbase.SUBSCRIPTIONS);
        coinbase.hear(coinbase.lastMatch("BTC-USD", 110, "60000.50"));
        coinbase.time.pass(Duration.ofSeconds(1));

        assertThat(numbers()).isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
        assertThat(prices().getLast()).isEqualTo("60000.50");
        assertThat(statistics.of(Count.HEALED_TRADES)).isEqualTo(9);
    }

    @Test
    void a_heartbeat_that_knows_of_a_trade_that_did_not_come_has_it_fetched() {
        coinbase.venue.answer("/products/BTC-USD/trades", coinbase.page(102, 100));
        coinbase.hear(coinbase.heartbeat("BTC-USD", 102));
        coinbase.hear(coinbase.match("BTC-USD", 101, "60000.10"));
        coinbase.time.pass(Duration.ofMillis(900));
        assertThat(healing()).as("it may still be on its way").isEmpty();
        coinbase.time.pass(Duration.ofMillis(300));
        assertThat(prices()).containsExactly("60000.10", "60001.00");
        assertThat(healing()).containsExactly("/products/BTC-USD/trades?limit=1000&after=103");
    }

    @Test
    void what_no_request_brings_is_counted_as_lost_and_the_rest_goes_on() {
        coinbase.venue.answer("/products/BTC-USD/trades", "[]");
        coinbase.hear(coinbase.match("BTC-USD", 104, "60000.40"));
        coinbase.time.pass(Duration.ofSeconds(1));
        assertThat(prices()).containsExactly("60000.40");
        assertThat(numbers()).containsExactly(1L);
        assertThat(statistics.of(Count.LOST_TRADES)).isEqualTo(3);
    }

    @Test
    void an_answer_with_an_error_or_nonsense_loses_them_too() {
        coinbase.venue.refuse("/products/BTC-USD/trades", Loss.broken("it answered with HTTP 500"));
        coinbase.hear(coinbase.match("BTC-USD", 102, "60000.20"));
        coinbase.time.pass(Duration.ofSeconds(1));
        coinbase.venue.answer("/products/BTC-USD/trades", "<html>");
        coinbase.hear(coinbase.match("BTC-USD", 104, "60000.40"));
        coinbase.time.pass(Duration.ofSeconds(1));
        coinbase.venue.answer("/products/BTC-USD/trades", "{\"message\":\"NotFound\"}");
        coinbase.hear(coinbase.match("BTC-USD", 106, "60000.60"));
        coinbase.time.pass(Duration.ofSeconds(1));
        assertThat(prices()).containsExactly("60000.20", "60000.40", "60000.60");
        assertThat(statistics.of(Count.LOST_TRADES)).isEqualTo(3);
        assertThat(statistics.of(Count.GAPS)).isEqualTo(3);
    }

    @Test
    void an_answer_that_does_not_come_holds_later_trades_up_for_ten_seconds_at_most() {
        CompletableFuture<String> late = new CompletableFuture<>();
        coinbase.venue.answers.put("/products/BTC-USD/trades", late);
        coinbase.hear(coinbase.match("BTC-USD", 102, "60000.20"));
        keepAlive(9);
        assertThat(prices()).isEmpty();
        keepAlive(2);
        assertThat(prices()).containsExactly("60000.20");

        late.complete(coinbase.page(101, 101));
        coinbase.time.run();
        coinbase.hear(coinbase.match("BTC-USD", 103, "60000.30"));
        assertThat(prices()).as("what comes too late is left out").containsExactly("60000.20", "60000.30");
    }

    @Test
    void more_than_a_page_takes_several_requests() {
        coinbase.venue.answer("/products/BTC-USD/trades?limit=1000&after=1600", coinbase.page(1_599, 600));
        coinbase.venue.answer("/products/BTC-USD/trades?limit=1000&after=600", coinbase.page(599, 95));
        coinbase.hear(coinbase.match("BTC-USD", 1_600, "60000.40"));
        coinbase.time.pass(Duration.ofSeconds(2));
        assertThat(healing()).hasSize(2);
        assertThat(numbers()).isEqualTo(LongStream.rangeClosed(1, 1_500).boxed().toList());
        assertThat(statistics.of(Count.LOST_TRADES)).isZero();
    }

    @Test
    void a_hole_that_is_too_large_is_not_fetched() {
        coinbase.hear(coinbase.match("BTC-USD", 90_101, "60000.40"));
        coinbase.time.pass(Duration.ofSeconds(2));
        assertThat(healing()).isEmpty();
        assertThat(numbers()).containsExactly(1L);
        assertThat(statistics.of(Count.LOST_TRADES)).isEqualTo(90_000);
    }

    @Test
    void a_trade_that_comes_twice_is_told_once() {
        coinbase.hear(coinbase.match("BTC-USD", 101, "60000.10"));
        coinbase.hear(coinbase.match("BTC-USD", 101, "60000.10"));
        coinbase.hear(coinbase.match("BTC-USD", 100, "60000.00"));
        assertThat(numbers()).containsExactly(1L);
        assertThat(statistics.of(Count.DUPLICATE_TRADES)).isEqualTo(2);
    }

    @Test
    void a_venue_that_counts_anew_is_followed() {
        coinbase.hear(coinbase.match("BTC-USD", 5_000_000_000L, "60000.10"));
        coinbase.hear(coinbase.match("BTC-USD", 1, "60000.20"));
        coinbase.hear(coinbase.match("BTC-USD", 2, "60000.30"));
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
        assertThat(statistics.of(Count.LOST_TRADES)).isZero();
    }

    @Test
    void a_number_that_is_none_is_malformed() {
        coinbase.hear(coinbase.match("BTC-USD", -5, "60000.10"));
        coinbase.hear(coinbase.match("BTC-USD", Long.MAX_VALUE, "60000.10"));
        coinbase.hear(coinbase.match("BTC-USD", 101, "60000.10").replace("101", "\"101\""));
        assertThat(numbers()).isEmpty();
        assertThat(statistics.of(Count.MALFORMED_MESSAGES)).isEqualTo(3);
    }

    private void keepAlive(int seconds) {
        for (int i = 0; i < seconds; i++) {
            coinbase.time.pass(Duration.ofSeconds(1));
            coinbase.hear(coinbase.heartbeat("ETH-USD", 1));
        }
    }
}
