package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.venue.alpaca.AlpacaProtocol;
import dev.liveticker.server.venue.coinbase.CoinbaseProtocol;
import dev.liveticker.server.venue.finnhub.FinnhubProtocol;
import dev.liveticker.server.venue.kraken.KrakenProtocol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a venue sends, the market lives on, and nothing that cannot be reaches who listens. */
class GarbagePropertyTest {

    private static final Symbol SYMBOL = Symbol.of("BTC-USD");

    /** Words that lead far into the protocols. */
    private static final List<String> FIELDS = List.of(
            "type",
            "product_id",
            "price",
            "size",
            "time",
            "trade_id",
            "sequence",
            "side",
            "best_bid",
            "best_ask",
            "last_trade_id",
            "channels",
            "products",
            "product_ids",
            "id",
            "status",
            "name",
            "channel",
            "data",
            "pairs",
            "symbol",
            "bid",
            "ask",
            "last",
            "method",
            "success",
            "result",
            "timestamp",
            "qty",
            "T",
            "S",
            "p",
            "s",
            "t",
            "bp",
            "ap",
            "as",
            "bs",
            "sc",
            "msg",
            "code",
            "v",
            "o",
            "h",
            "l",
            "c",
            "high",
            "low",
            "volume",
            "system");

    private static final List<String> WORDS = List.of(
            "ticker",
            "match",
            "last_match",
            "heartbeat",
            "status",
            "subscriptions",
            "trade",
            "instrument",
            "snapshot",
            "update",
            "subscribe",
            "BTC-USD",
            "BTC/USD",
            "q",
            "t",
            "d",
            "s",
            "success",
            "connected",
            "authenticated",
            "subscription",
            "buy",
            "sell",
            "online",
            "maintenance",
            "2026-03-06T14:30:00Z",
            "60000.00",
            "-1",
            "NaN",
            "Infinity",
            "0",
            "1e400",
            "",
            "\u0000",
            "cancel_only");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "60000.01",
            "1e400",
            "1e-400",
            "9223372036854775807",
            "99999999999999999999",
            "101",
            "102",
            "-0.0",
            "1772807400000",
            "true",
            "false",
            "null");

    private record Feed(ManualTime time, FakeConnector venue, VenueMarket market, List<MarketEvent> events) {

        static Feed of(VenueProtocol protocol) {
            Feed feed = new Feed(new ManualTime(), new FakeConnector(), null, new ArrayList<>());
            VenueMarket market = new VenueMarket(protocol, feed.venue, feed.time, () -> 0.5);
            feed.venue.answer(
                    "/products", "[{\"id\":\"BTC-USD\",\"quote_currency\":\"USD\",\"quote_increment\":\"0.01\"}]");
            feed.venue.answer("/v2/stocks", "{\"BTC-USD\":{}}");
            feed.venue.answer("/api/v1/quote", "{\"c\":60000,\"t\":1772807400}");
            var _ = market.begin();
            feed.time.run();
            feed.venue.last().listener.opened(feed.venue.last());
            market.start(feed.events::addAll);
            feed.time.run();
            return new Feed(feed.time, feed.venue, market, feed.events);
        }

        void hear(String message) {
            // Whatever was said may have ended the connection; then the next one hears.
            venue.last().hear(message);
            time.run();
        }
    }

    private static List<Feed> feeds() {
        VenueKey key = VenueKey.read("it", null, List.of("A", "B"), Map.of("A", "12345678", "B", "12345678"));
        return List.of(
                Feed.of(new CoinbaseProtocol(CoinbaseProtocol.ADDRESS, List.of(SYMBOL))),
                Feed.of(new KrakenProtocol(KrakenProtocol.ADDRESS, List.of(SYMBOL))),
                Feed.of(new AlpacaProtocol(AlpacaProtocol.ADDRESS, key, List.of(SYMBOL))),
                Feed.of(new FinnhubProtocol(FinnhubProtocol.ADDRESS, key, List.of(SYMBOL))));
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.oneOf(
                json(4),
                json(3).map(text -> text.substring(0, text.length() / 2)),
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of(
                        "[".repeat(5_000), "{\"a\":".repeat(5_000), "\"" + "x".repeat(70_000) + "\"", "[]", "{}"));
    }

    private static Arbitrary<String> json(int depth) {
        Arbitrary<String> word = Arbitraries.of(WORDS)
                .map(text -> VenueJson.object().put("w", text).path("w").toString());
        Arbitrary<String> leaf = Arbitraries.oneOf(word, Arbitraries.of(NUMBERS));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> json(depth - 1));
        Arbitrary<String> field =
                Arbitraries.of(FIELDS).flatMap(name -> inner.map(value -> "\"" + name + "\":" + value));
        return Arbitraries.frequencyOf(
                Tuple.of(1, leaf),
                Tuple.of(2, inner.list().ofMaxSize(4).map(all -> "[" + String.join(",", all) + "]")),
                Tuple.of(6, field.list().ofMaxSize(9).map(all -> "{" + String.join(",", all) + "}")));
    }

    @Property(tries = 300)
    void no_garbage_ends_a_market_or_gets_through(@ForAll("garbage") String first, @ForAll("garbage") String second) {
        for (Feed feed : feeds()) {
            feed.hear(first);
            feed.hear(second);
            feed.hear("[" + first + "," + second + "]");

            long number = 0;
            for (MarketEvent event : feed.events) {
                assertThat(event.symbol()).isEqualTo(SYMBOL);
                if (event instanceof Trade trade) {
                    assertThat(trade.tradeId()).isEqualTo(++number);
                    assertThat(trade.price()).isPositive();
                    assertThat(trade.size()).isPositive();
                }
                if (event instanceof Quote quote) {
                    positive(quote.bid(), quote.bidSize(), quote.ask(), quote.askSize(), quote.last(), quote.high());
                    if (quote.bid() != null && quote.ask() != null) {
                        assertThat(quote.bid()).isLessThanOrEqualTo(quote.ask());
                    }
                }
            }
            // Still there: a message is still counted.
            long before = feed.market.statistics().of(VenueStatistics.Count.MESSAGES);
            boolean closed = feed.venue.last().aborted;
            feed.hear("{}");
            assertThat(feed.market.statistics().of(VenueStatistics.Count.MESSAGES) - before)
                    .isEqualTo(closed ? 0 : 1);
        }
    }

    private static void positive(BigDecimal... values) {
        for (BigDecimal value : values) {
            if (value != null) {
                assertThat(value).isPositive();
            }
        }
    }
}
