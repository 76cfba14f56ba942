package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.cluster.ClusterSettings;
import dev.liveticker.server.market.MarketPlan;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulated market when the node that runs it is gone from one moment to the next. */
@Timeout(180)
class TakeoverTest {

    private static final Set<Symbol> SYMBOLS = Set.of(Symbol.of("AAPL"), Symbol.of("MSFT"), Symbol.of("NVDA"));
    private static final BigDecimal FAR_OFF = new BigDecimal("1234.50");
    private static final BigDecimal STEP = new BigDecimal("12.00");
    private static final String ASK = "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"*\"]},"
            + "{\"type\":\"subscribe\",\"channel\":\"trades\",\"symbols\":[\"*\"]}]";

    private final MemoryLog log = new MemoryLog();
    private final AtomicBoolean moved = new AtomicBoolean();

    /** The first that runs it begins far from the prices that a market begins with. */
    private MarketPlan plan() {
        return last -> {
            boolean first = !last.isEmpty() && moved.compareAndSet(false, true);
            Map<Symbol, Quote> from = new TreeMap<>(last);
            if (first) {
                from.replaceAll((_, quote) -> at(quote, FAR_OFF));
            }
            return MarketPlan.simulation(7, SYMBOLS).open(from);
        };
    }

    private static Quote at(Quote quote, BigDecimal last) {
        return new Quote(
                quote.symbol(),
                quote.seq(),
                quote.time(),
                quote.bid(),
                quote.bidSize(),
                quote.ask(),
                quote.askSize(),
                last,
                quote.lastSize(),
                quote.volume(),
                quote.open(),
                quote.high(),
                quote.low(),
                quote.previousClose(),
                quote.status());
    }

    private TickerServer node(MemoryLog.Member member) throws Exception {
        ServerOptions options = new ServerOptions("127.0.0.1", 0, plan(), Duration.ofMinutes(1))
                .withCluster(ClusterSettings.of(URI.create("redis://127.0.0.1:1")));
        TickerServer server = TickerServer.start(options, _ -> member);
        await().untilAsserted(() -> {
            try (RawHttp http = new RawHttp(server.address())) {
                http.get("/readyz");
                assertThat(http.response().status()).isEqualTo(200);
            }
        });
        return server;
    }

    @Test
    void prices_go_on_without_a_jump_trades_with_the_next_id_and_no_volume_falls() throws Exception {
        MemoryLog.Member first = log.join();
        try (TickerServer one = node(first)) {
            await().until(moved::get);
            MemoryLog.Member second = log.join();
            try (TickerServer two = node(second);
                    RawWebSocket socket = RawWebSocket.json(two.address())) {
                socket.send(ASK);
                socket.message(Subscribed.class);
                List<MarketEvent> seen = new ArrayList<>(reads(socket, 10));
                first.dies();
                second.lead();
                seen.addAll(reads(socket, 20));
                check(seen);
                assertThat(two.address()).isNotEqualTo(one.address());
            }
        }
    }

    /** Quotes and trades until there were so many trades. */
    private static List<MarketEvent> reads(RawWebSocket socket, int trades) throws Exception {
        List<MarketEvent> seen = new ArrayList<>();
        int count = 0;
        while (count < trades) {
            MarketEvent event =
                    socket.message(MarketEvent.class, each -> each instanceof Quote || each instanceof Trade);
            seen.add(event);
            count += event instanceof Trade ? 1 : 0;
        }
        return seen;
    }

    private static void check(List<MarketEvent> seen) {
        Map<Symbol, Trade> trades = new TreeMap<>();
        Map<Symbol, Quote> quotes = new TreeMap<>();
        for (MarketEvent event : seen) {
            switch (event) {
                case Trade trade -> {
                    Trade before = trades.put(trade.symbol(), trade);
                    if (before != null) {
                        assertThat(trade.tradeId()).isEqualTo(before.tradeId() + 1);
                        assertThat(trade.price().subtract(before.price()).abs()).isLessThan(STEP);
                    }
                    assertThat(trade.price().subtract(FAR_OFF).abs()).isLessThan(STEP.add(STEP));
                }
                case Quote quote -> {
                    Quote before = quotes.put(quote.symbol(), quote);
                    if (before != null) {
                        assertThat(quote.volume()).isGreaterThanOrEqualTo(before.volume());
                        assertThat(quote.last().subtract(before.last()).abs()).isLessThan(STEP);
                    }
                }
                default -> throw new AssertionError(event);
            }
        }
        assertThat(trades).hasSize(SYMBOLS.size());
    }
}
