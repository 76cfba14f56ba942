package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.venue.VenueStatistics.Count;
import dev.liveticker.server.venue.finnhub.FinnhubProtocol;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Finnhub over real sockets, played by a server that says what Finnhub documents. */
@Timeout(180)
class FinnhubFeedTest {

    private static final String TOKEN = "c0ffee0c0ffee0c0ffee";
    private static final VenueKey KEY =
            VenueKey.read("Finnhub", null, FinnhubProtocol.KEY_VARIABLES, Map.of("FINNHUB_API_KEY", TOKEN));

    private final ScriptedVenue venue = new ScriptedVenue();
    private final Watched watched = new Watched();

    @AfterEach
    void stop() {
        watched.close();
        venue.close();
    }

    private FinnhubProtocol protocol(String... symbols) {
        return new FinnhubProtocol(
                VenueAddress.at(venue.address()),
                KEY,
                List.of(symbols).stream().map(Symbol::of).toList());
    }

    private void decent() {
        venue.answering(
                "/api/v1/quote?symbol=AAPL",
                "{\"c\":261.74,\"d\":2.29,\"dp\":0.88,\"h\":263.31,\"l\":260.68,\"o\":261.07,\"pc\":259.45,\"t\":"
                        + Instant.now().getEpochSecond() + "}");
        venue.answering(
                "/api/v1/quote?symbol=NOPE",
                "{\"c\":0,\"d\":null,\"dp\":null,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":0}");
    }

    @Test
    void it_subscribes_symbol_by_symbol_and_streams_trades_without_bid_and_ask() throws Exception {
        decent();
        VenueMarket market = watched.open(protocol("AAPL", "BINANCE:BTCUSDT", "OANDA:EUR-USD"));
        await().until(() -> venue.heard().size() == 3);
        assertThat(venue.heard())
                .containsExactly(
                        "{\"type\":\"subscribe\",\"symbol\":\"AAPL\"}",
                        "{\"type\":\"subscribe\",\"symbol\":\"BINANCE:BTCUSDT\"}",
                        "{\"type\":\"subscribe\",\"symbol\":\"OANDA:EUR_USD\"}");
        assertThat(venue.paths()).last().isEqualTo("/?token=" + TOKEN);
        assertThat(venue.header("X-Finnhub-Token")).isEqualTo(TOKEN);
        assertThat(market.instruments())
                .extracting(Instrument::kind)
                .containsExactlyInAnyOrder(AssetClass.STOCK, AssetClass.CRYPTO, AssetClass.FX);
        assertThat(market.opening().getFirst().previousClose()).isEqualByComparingTo("259.45");

        long now = Instant.now().toEpochMilli();
        venue.say("{\"type\":\"ping\"}");
        venue.say("{\"data\":[{\"p\":262.01,\"s\":\"AAPL\",\"t\":" + now + ",\"v\":4,\"c\":[\"1\",\"12\"]},"
                + "{\"p\":262,\"s\":\"AAPL\",\"t\":" + now + ",\"v\":1},"
                + "{\"p\":7296.89,\"s\":\"BINANCE:BTCUSDT\",\"t\":" + now + ",\"v\":0.011467},"
                + "{\"p\":1.08,\"s\":\"OANDA:EUR_USD\",\"t\":" + now + ",\"v\":0},"
                + "{\"p\":1,\"s\":\"OTHER\",\"t\":" + now + ",\"v\":1}],\"type\":\"trade\"}");

        await().until(() -> watched.of(Trade.class).size() == 3);
        assertThat(watched.of(Trade.class)).extracting(Trade::side).containsExactly(Side.BUY, Side.SELL, Side.BUY);
        assertThat(watched.of(Trade.class).getFirst().time()).isEqualTo(now * 1_000);
        await().until(() -> market.opening().stream().allMatch(quote -> quote.last() != null));
        assertThat(watched.of(Quote.class)).allMatch(quote -> quote.bid() == null && quote.ask() == null);
        assertThat(market.statistics().rejected(Rejection.UNKNOWN_SYMBOL)).isEqualTo(1);
    }

    @Test
    void what_it_does_not_know_is_named() {
        decent();
        assertThat(catchThrowable(() -> watched.open(protocol("AAPL", "NOPE"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Finnhub does not trade NOPE");
    }

    @Test
    void it_is_not_told_more_at_once_than_it_allows() {
        ManualTime time = new ManualTime();
        FakeConnector fake = new FakeConnector();
        String[] symbols = IntStream.range(0, 50).mapToObj(i -> "X:C" + i).toArray(String[]::new);
        VenueMarket market = new VenueMarket(protocol(symbols), fake, time, () -> 0.5);
        var _ = market.begin();
        time.run();
        fake.last().listener.opened(fake.last());
        time.run();
        assertThat(fake.last().said).hasSize(1);
        for (int second = 1; second <= 4; second++) {
            time.pass(Duration.ofSeconds(1));
            assertThat(fake.last().said).hasSize(1 + 10 * second);
        }
        time.pass(Duration.ofSeconds(2));
        assertThat(fake.last().said).hasSize(50);
    }

    @Test
    void the_key_is_neither_logged_nor_in_an_error_whatever_goes_wrong() throws Exception {
        decent();
        StringWriter whole = new StringWriter();
        VenueMarket market = watched.open(protocol("AAPL"));
        venue.say("{\"type\":\"error\",\"msg\":\"Invalid API key " + TOKEN + "\"}");
        await().until(() -> market.statistics().of(Count.LOSSES) == 1);
        await().until(() -> watched.log().contains("Invalid API key ***"));
        market.close();
        venue.refusing(401);
        catchThrowable(() -> watched.open(protocol("AAPL"))).printStackTrace(new PrintWriter(whole, true));
        venue.refusing(0).onOpen(ScriptedVenue::cut);
        Throwable cut = catchThrowable(() -> watched.open(protocol("AAPL")));
        if (cut != null) {
            cut.printStackTrace(new PrintWriter(whole, true));
        }
        FinnhubProtocol gone = protocol("BINANCE:BTCUSDT");
        venue.close();
        catchThrowable(() -> watched.open(gone)).printStackTrace(new PrintWriter(whole, true));
        assertThat(whole.toString()).contains("it does not let us in (HTTP 401)", "no connection to 127.0.0.1");
        assertThat(whole + watched.log() + KEY).doesNotContain(TOKEN);
    }
}
