package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.venue.VenueStatistics.Count;
import dev.liveticker.server.venue.kraken.KrakenProtocol;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kraken over real sockets, played by a server that says what Kraken documents. */
@Timeout(180)
class KrakenFeedTest {

    private static final Symbol BTC = Symbol.of("BTC-USD");
    private static final String INSTRUMENTS = """
            {"channel":"instrument","type":"snapshot","data":{"assets":[{"id":"USD","status":"enabled"}],"pairs":[
             {"base":"BTC","cost_min":0.5,"cost_precision":5,"has_index":true,"marginable":true,"price_increment":0.1,
              "price_precision":1,"qty_increment":1e-8,"qty_min":0.0001,"qty_precision":8,"quote":"USD",
              "status":"online","symbol":"BTC/USD"},
             {"base":"EUR","price_increment":0.00001,"quote":"USD","status":"online","symbol":"EUR/USD"}]}}""";

    private final ScriptedVenue venue = new ScriptedVenue();
    private final Watched watched = new Watched();

    @AfterEach
    void stop() {
        watched.close();
        venue.close();
    }

    private KrakenProtocol protocol(String... symbols) {
        return new KrakenProtocol(
                VenueAddress.at(venue.address()),
                List.of(symbols).stream().map(Symbol::of).toList());
    }

    private static String confirmed(String channel) {
        return "{\"method\":\"subscribe\",\"result\":{\"channel\":\"" + channel
                + "\",\"snapshot\":true,\"symbol\":\"BTC/USD\"},\"success\":true,"
                + "\"time_in\":\"2023-09-25T09:04:31.742599Z\",\"time_out\":\"2023-09-25T09:04:31.742648Z\"}";
    }

    private static String ticker(String type, String bid, String ask) {
        return "{\"channel\":\"ticker\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"BTC/USD\",\"bid\":" + bid
                + ",\"bid_qty\":0.5,\"ask\":" + ask + ",\"ask_qty\":1.25e-6,\"last\":60000.0,\"volume\":997.03898,"
                + "\"vwap\":60000.1,\"low\":59000.0,\"high\":61000.0,\"change\":-0.5,\"change_pct\":-0.17}]}";
    }

    private static String trade(long id, String price, String side) {
        return "{\"symbol\":\"BTC/USD\",\"side\":\"" + side + "\",\"price\":" + price
                + ",\"qty\":0.01,\"ord_type\":\"market\",\"trade_id\":" + id + ",\"timestamp\":\"" + Instant.now()
                + "\"}";
    }

    private static String trades(String type, String... trades) {
        return "{\"channel\":\"trade\",\"type\":\"" + type + "\",\"data\":[" + String.join(",", trades) + "]}";
    }

    private void decent() {
        venue.onOpen(peer -> peer.say("{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"api_version\":\"v2\","
                        + "\"connection_id\":12345,\"system\":\"online\",\"version\":\"2.0.0\"}]}"))
                .onText((peer, said) -> {
                    if (said.contains("\"instrument\"")) {
                        peer.say("{\"method\":\"subscribe\",\"result\":{\"channel\":\"instrument\",\"snapshot\":true},"
                                + "\"success\":true}");
                        peer.say(INSTRUMENTS);
                    } else if (said.contains("\"ticker\"")) {
                        peer.say(confirmed("ticker"));
                        peer.say(ticker("snapshot", "59999.9", "60000.1"));
                    } else {
                        peer.say(confirmed("trade"));
                        peer.say(trades("snapshot", trade(49, "59990.0", "sell"), trade(50, "60000.0", "buy")));
                    }
                });
    }

    @Test
    void it_asks_for_instruments_then_subscribes_as_documented_and_streams() throws Exception {
        decent();
        VenueMarket market = watched.open(protocol("BTC-USD"));
        assertThat(venue.paths()).first().isEqualTo("/v2");
        assertThat(venue.heard())
                .containsExactly(
                        "{\"method\":\"subscribe\",\"params\":{\"channel\":\"instrument\",\"snapshot\":true}}",
                        "{\"method\":\"subscribe\",\"params\":{\"channel\":\"ticker\",\"symbol\":[\"BTC/USD\"],"
                                + "\"event_trigger\":\"bbo\",\"snapshot\":true}}",
                        "{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"symbol\":[\"BTC/USD\"],"
                                + "\"snapshot\":true}}");
        Instrument instrument = market.instruments().getFirst();
        assertThat(instrument.symbol()).isEqualTo(BTC);
        assertThat(instrument.tickSize()).isEqualByComparingTo("0.1");
        assertThat(instrument.currency()).isEqualTo("USD");

        venue.say("{\"channel\":\"heartbeat\"}");
        venue.say(trades("update", trade(51, "60000.1", "buy"), trade(52, "59999.9", "sell")));
        venue.say(ticker("update", "59999.8", "60000.2"));

        await().until(() -> watched.of(Trade.class).size() == 2);
        assertThat(watched.of(Trade.class)).extracting(Trade::side).containsExactly(Side.BUY, Side.SELL);
        await().until(() ->
                watched.of(Quote.class).getLast().ask().toPlainString().equals("60000.2"));
        Quote quote = market.opening().getFirst();
        assertThat(quote.last()).isEqualByComparingTo("59999.9");
        assertThat(quote.askSize()).isEqualByComparingTo("0.00000125");
        assertThat(quote.high()).isEqualByComparingTo("61000");
        assertThat(quote.open()).as("not told by Kraken").isNull();
    }

    @Test
    void a_hole_in_the_trades_is_fetched_by_request() throws Exception {
        decent();
        watched.open(protocol("BTC/USD"));
        String second = Instant.now().getEpochSecond() + ".5769";
        venue.answering(
                "/0/public/Trades?pair=BTC%2FUSD&since=",
                "{\"error\":[],\"result\":{\"XXBTZUSD\":[[\"60000.00000\",\"0.1\"," + second + ",\"b\",\"m\",\"\",50],"
                        + "[\"60000.20000\",\"0.34507674\"," + second + ",\"s\",\"m\",\"\",51],"
                        + "[\"60000.30000\",\"0.1\"," + second
                        + ",\"b\",\"l\",\"\",52]],\"last\":\"1688671969993150842\"}}");
        venue.say(trades("update", trade(53, "60000.5", "buy")));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> watched.of(Trade.class).size() == 3);
        assertThat(watched.of(Trade.class))
                .extracting(trade -> trade.price().stripTrailingZeros().toPlainString())
                .containsExactly("60000.2", "60000.3", "60000.5");
        assertThat(watched.of(Trade.class).getFirst().side()).isEqualTo(Side.SELL);
    }

    @Test
    void a_reconnect_asks_for_all_of_it_again_and_a_snapshot_repeats_nothing() throws Exception {
        decent();
        VenueMarket market = watched.open(protocol("BTC-USD"));
        List<String> first = List.copyOf(venue.heard());
        venue.say(trades("update", trade(51, "60000.1", "buy")));
        await().until(() -> watched.of(Trade.class).size() == 1);
        venue.cut();
        await().atMost(Duration.ofSeconds(60)).until(() -> market.statistics().of(Count.CONNECTIONS) == 2);
        assertThat(venue.heard()).hasSize(6).endsWith(first.toArray(String[]::new));
        venue.say(trades("update", trade(52, "60000.2", "buy")));
        await().until(() -> watched.of(Trade.class).size() == 2);
        assertThat(watched.of(Trade.class)).extracting(Trade::tradeId).containsExactly(1L, 2L);
    }

    @Test
    void maintenance_halts_and_the_end_of_it_opens() throws Exception {
        decent();
        watched.open(protocol("BTC-USD"));
        venue.say("{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"system\":\"maintenance\"}]}");
        venue.say("{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"system\":\"online\"}]}");
        await().until(() -> watched.of(Status.class).size() == 2);
        assertThat(watched.of(Status.class))
                .containsExactly(
                        new Status(BTC, 0, TradingStatus.HALTED, "Kraken: maintenance"),
                        new Status(BTC, 0, TradingStatus.OPEN, null));
    }

    @Test
    void what_it_does_not_trade_and_what_it_refuses_is_said() {
        decent();
        assertThatThrownBy(() -> watched.open(protocol("BTC-USD", "FOO-USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Kraken does not trade FOO-USD");
        venue.onText((peer, said) -> peer.say("{\"error\":\"Currency pair not supported BTC/USD\","
                + "\"method\":\"subscribe\",\"success\":false,\"symbol\":\"BTC/USD\"}"));
        assertThatThrownBy(() -> watched.open(protocol("BTC-USD")))
                .isInstanceOf(IOException.class)
                .hasMessage("Kraken cannot be used: it says \"Currency pair not supported BTC/USD\"");
    }
}
