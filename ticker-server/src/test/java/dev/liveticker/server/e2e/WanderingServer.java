package dev.liveticker.server.e2e;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.market.MarketSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * A server in a process of its own whose market runs hundreds of times as fast as the clock, so that bars close while a
 * test looks on. Prices go on where an earlier run stopped, ten minutes later; the made-up past has prices of its own.
 */
final class WanderingServer {

    static final Symbol SYMBOL = Symbol.of("AAPL");
    static final int MADE_UP_MINUTES = 60;
    static final BigDecimal MADE_UP_PRICE = new BigDecimal("1.00");
    static final Duration DOWN = Duration.ofMinutes(10);

    private static final long BEGIN = Instant.parse("2026-01-05T12:34:56Z").getEpochSecond() * 1_000_000;
    private static final long STEP = 1_500_000;
    private static final int MILLIS_A_STEP = 4;

    private WanderingServer() {}

    /** @param arguments the data directory */
    public static void main(String[] arguments) throws IOException {
        // Which leaves the standard output to the line below.
        System.setProperty("logback.configurationFile", "dev/liveticker/server/cli/logback.xml");
        TickerServer server = TickerServer.start(
                new ServerOptions("127.0.0.1", 0, Market::new, Duration.ofSeconds(5)).withData(Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("Listening on " + server.address());
    }

    private static final class Market implements MarketSource {
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final Random random = new Random();
        private volatile long time = BEGIN;
        private BigDecimal price = new BigDecimal("100.00");
        private long tradeId;

        Market(Map<Symbol, Quote> last) {
            Quote quote = last.get(SYMBOL);
            if (quote != null) {
                time = quote.time() + DOWN.toNanos() / 1_000;
                price = quote.last();
            }
        }

        @Override
        public String name() {
            return "WANDERING";
        }

        @Override
        public boolean simulated() {
            return true;
        }

        @Override
        public InstantSource clock() {
            return () -> Instant.EPOCH.plusNanos(time * 1_000);
        }

        @Override
        public List<Instrument> instruments() {
            return List.of(new Instrument(SYMBOL, "Apple", AssetClass.STOCK, "USD", new BigDecimal("0.01"), null));
        }

        @Override
        public List<Bar> history(Symbol symbol) {
            long end = Interval.ONE_MINUTE.startOf(time);
            return LongStream.rangeClosed(-MADE_UP_MINUTES, -1)
                    .mapToObj(i -> new Bar(
                            symbol,
                            0,
                            Interval.ONE_MINUTE,
                            end + i * Interval.ONE_MINUTE.micros(),
                            MADE_UP_PRICE,
                            MADE_UP_PRICE,
                            MADE_UP_PRICE,
                            MADE_UP_PRICE,
                            BigDecimal.ONE,
                            1,
                            true))
                    .toList();
        }

        @Override
        public List<Quote> opening() {
            return List.of(quote());
        }

        private Quote quote() {
            BigDecimal size = BigDecimal.TEN;
            return new Quote(
                    SYMBOL,
                    0,
                    time,
                    price,
                    size,
                    price,
                    size,
                    price,
                    size,
                    size,
                    price,
                    price,
                    price,
                    price,
                    TradingStatus.OPEN);
        }

        @Override
        public void start(Consumer<List<MarketEvent>> listener) {
            var _ = thread.scheduleAtFixedRate(() -> listener.accept(step()), 1, MILLIS_A_STEP, TimeUnit.MILLISECONDS);
        }

        private List<MarketEvent> step() {
            long next = time + STEP;
            time = next;
            price = price.add(BigDecimal.valueOf(random.nextInt(3) - 1, 2));
            tradeId++;
            List<MarketEvent> events = new ArrayList<>();
            events.add(new Trade(SYMBOL, 0, tradeId, price, BigDecimal.ONE, Side.BUY, time));
            events.add(quote());
            return events;
        }

        @Override
        public void close() {
            thread.shutdown();
            try {
                thread.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
