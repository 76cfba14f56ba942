package dev.liveticker.server.venue;

import static dev.liveticker.server.venue.Coinbase.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.server.venue.VenueStatistics.Count;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a venue says is not believed blindly, and every value that is not is counted by its reason. */
class PlausibilityTest {

    private final Coinbase coinbase = Coinbase.live();

    private long rejected(Rejection reason) {
        return coinbase.market.statistics().rejected(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "\"price\":\"60000.10\", \"price\":\"NaN\", NOT_A_NUMBER",
        "\"price\":\"60000.10\", \"price\":\"0\", NOT_POSITIVE",
        "\"price\":\"60000.10\", \"price\":\"-60000.10\", NOT_POSITIVE",
        "\"price\":\"60000.10\", \"price\":1e400, TOO_LARGE",
        "\"price\":\"60000.10\", \"nothing\":1, NOT_A_NUMBER",
        "\"size\":\"5.23512\", \"size\":\"0\", NOT_POSITIVE",
        "\"size\":\"5.23512\", \"size\":\"0.0000000000000000000001\", TOO_FINE",
        "\"size\":\"5.23512\", \"size\":[], NOT_A_NUMBER",
        "\"time\":\"2026-03-06T14:30:00Z\", \"time\":\"2026-03-06T14:31:01Z\", BAD_TIME",
        "\"time\":\"2026-03-06T14:30:00Z\", \"time\":\"2026-02-20T14:30:00Z\", BAD_TIME",
        "\"time\":\"2026-03-06T14:30:00Z\", \"time\":\"+999999999-12-31T23:59:59Z\", BAD_TIME",
        "\"time\":\"2026-03-06T14:30:00Z\", \"time\":\"soon\", BAD_TIME",
        "\"time\":\"2026-03-06T14:30:00Z\", \"time\":17, BAD_TIME"
    })
    void a_trade_with_a_value_that_cannot_be_is_left_out(String sound, String hostile, Rejection reason) {
        String match = coinbase.match("BTC-USD", 101, "60000.10");
        assertThat(match).contains(sound);

        coinbase.hear(match.replace(sound, hostile));

        assertThat(coinbase.events).isEmpty();
        assertThat(rejected(reason)).isEqualTo(1);

        coinbase.hear(coinbase.match("BTC-USD", 102, "60000.20"));
        assertThat(coinbase.trades())
                .as("no hole where it was")
                .extracting(Trade::tradeId)
                .containsExactly(1L);
        assertThat(coinbase.market.statistics().of(Count.GAPS)).isZero();
    }

    @Test
    void a_price_far_off_is_not_believed_and_the_next_sound_one_is() {
        coinbase.hear(coinbase.match("BTC-USD", 101, "6000.00"));
        coinbase.hear(coinbase.match("BTC-USD", 102, "600000.00"));
        coinbase.hear(coinbase.match("BTC-USD", 103, "71900.00"));
        assertThat(coinbase.trades())
                .extracting(trade -> trade.price().toPlainString())
                .containsExactly("71900.00");
        assertThat(rejected(Rejection.OUT_OF_BAND)).isEqualTo(2);
    }

    @Test
    void three_that_say_the_same_are_believed_for_the_market_did_move() {
        coinbase.hear(coinbase.match("BTC-USD", 101, "40000.00"));
        coinbase.hear(coinbase.match("BTC-USD", 102, "40100.00"));
        coinbase.hear(coinbase.match("BTC-USD", 103, "40200.00"));
        coinbase.hear(coinbase.match("BTC-USD", 104, "40300.00"));
        assertThat(coinbase.trades())
                .extracting(trade -> trade.price().toPlainString())
                .containsExactly("40200.00", "40300.00");
    }

    @Test
    void a_summary_that_repeats_a_price_far_off_is_no_witness_of_it() {
        for (int i = 0; i < 5; i++) {
            coinbase.hear(coinbase.ticker("BTC-USD", 20 + i, "40000.00", "59999.99", "60000.0" + i));
        }
        assertThat(coinbase.market.opening().getFirst().last()).isEqualByComparingTo("60000");

        coinbase.hear(coinbase.ticker("BTC-USD", 30, "40100.00", "59999.99", "60000.01"));
        coinbase.hear(coinbase.ticker("BTC-USD", 31, "40200.00", "59999.99", "60000.01"));
        assertThat(coinbase.market.opening().getFirst().last()).isEqualByComparingTo("40200");
    }

    @Test
    void after_a_minute_without_a_trade_any_price_is_news() {
        coinbase.hear(coinbase.match("BTC-USD", 101, "60000.00"));
        for (int i = 0; i < 61; i++) {
            coinbase.time.pass(Duration.ofSeconds(1));
            coinbase.hear(coinbase.heartbeat("BTC-USD", 101));
        }
        coinbase.hear(coinbase.match("BTC-USD", 102, "30000.00"));
        assertThat(coinbase.trades()).hasSize(2);
    }

    @Test
    void a_crossed_book_is_not_believed() {
        coinbase.hear(coinbase.ticker("BTC-USD", 20, "60000", "60000.02", "60000.01"));
        assertThat(coinbase.quotes()).isEmpty();
        assertThat(rejected(Rejection.CROSSED)).isEqualTo(1);
        assertThat(coinbase.market.opening().getFirst().bid()).isEqualByComparingTo("59999.99");
    }

    @Test
    void a_placeholder_of_a_quote_is_absent() {
        coinbase.hear(coinbase.ticker("BTC-USD", 20, "60000", "0.01", "199999.99"));
        Quote quote = coinbase.quotes().getLast();
        assertThat(quote.bid()).isNull();
        assertThat(quote.bidSize()).isNull();
        assertThat(quote.ask()).isNull();
        assertThat(rejected(Rejection.OUT_OF_BAND)).isEqualTo(2);
    }

    @Test
    void no_bid_is_absent_and_no_fault() {
        coinbase.hear(coinbase.ticker("BTC-USD", 20, "60000", "0", "60000.01"));
        assertThat(coinbase.quotes().getLast().bid()).isNull();
        assertThat(coinbase.quotes().getLast().ask()).isEqualByComparingTo("60000.01");
        assertThat(coinbase.market.statistics().complaints()).isEmpty();
    }

    @Test
    void figures_of_the_day_that_cannot_be_are_left_as_they_were() {
        String ticker = coinbase.ticker("BTC-USD", 20, "60000", "59999.99", "60000.01");
        coinbase.hear(ticker.replace("\"high_24h\":\"61000.25\"", "\"high_24h\":\"57000\""));
        coinbase.hear(ticker.replace("\"volume_24h\":\"9808.31\"", "\"volume_24h\":\"-1\""));
        coinbase.hear(ticker.replace("\"open_24h\":\"59000.5\"", "\"open_24h\":\"NaN\""));
        Quote quote = coinbase.market.opening().getFirst();
        assertThat(quote.high()).isEqualByComparingTo("61000.25");
        assertThat(quote.volume()).isEqualByComparingTo("9808.31");
        assertThat(quote.open()).isEqualByComparingTo("59000.5");
        assertThat(rejected(Rejection.CROSSED)).isEqualTo(1);
        assertThat(rejected(Rejection.NOT_POSITIVE)).isEqualTo(1);
        assertThat(rejected(Rejection.NOT_A_NUMBER)).isEqualTo(1);
    }

    @Test
    void time_of_a_quote_never_goes_back() {
        Instant now = coinbase.now();
        coinbase.hear(coinbase.ticker("BTC-USD", 20, "60000", "59999.98", "60000.01"));
        coinbase.hear(coinbase.ticker("BTC-USD", 21, "60000", "59999.97", "60000.01")
                .replace(now.toString(), now.minusSeconds(5).toString()));
        assertThat(coinbase.quotes()).extracting(Quote::time).isSorted().hasSize(2);
        assertThat(coinbase.quotes()).extracting(Quote::symbol).containsOnly(BTC);
    }
}
