package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import dev.liveticker.feed.ThreadLoop;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.venue.VenueStatistics.Count;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A real venue as a market. {@link #open} connects and waits for the instruments and first prices; if that fails, there
 * is no market. Later losses are mended by connecting again, and every symbol is halted meanwhile.
 */
public final class VenueMarket implements MarketSource {

    private static final Logger LOG = LoggerFactory.getLogger(VenueMarket.class);

    private static final Duration OPENING_DEADLINE = Duration.ofSeconds(40);

    private final VenueProtocol protocol;
    private final VenueRules rules;
    private final VenueConnector connector;
    private final FeedLoop loop;
    private final VenueStatistics statistics = new VenueStatistics();
    private final MarketPicture picture;
    private final VenueRequests requests;
    private final TradeHealer healer;
    private final VenueConnection connection;
    private final VenueSession session = new Session();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    /** Held while a batch is given, so that none is once {@link #close} has returned. */
    private final Object giving = new Object();

    private volatile List<Instrument> instruments = List.of();
    private boolean away;
    private boolean started;
    private boolean closed;
    private boolean complained;

    /** @param random uniform in [0, 1), to spread attempts to connect */
    VenueMarket(VenueProtocol protocol, VenueConnector connector, FeedLoop loop, DoubleSupplier random) {
        this.protocol = protocol;
        this.rules = protocol.rules();
        this.connector = connector;
        this.loop = loop;
        this.picture = new MarketPicture(rules.name(), protocol.symbols(), loop, statistics);
        this.requests = new VenueRequests(loop, connector, protocol);
        this.healer = new TradeHealer(protocol, requests, loop, statistics, picture::trade);
        this.connection = new VenueConnection(protocol, connector, loop, random, statistics, new Owner());
    }

    /**
     * Opens a venue's market.
     *
     * @throws IOException if the venue is not reached, refuses, or takes too long; the message says so in a sentence
     * @throws IllegalArgumentException if it does not trade what is asked for; the message says what
     */
    public static VenueMarket open(VenueProtocol protocol) throws IOException {
        VenueMarket market = new VenueMarket(
                protocol,
                new HttpConnector(),
                new ThreadLoop("market"),
                () -> ThreadLocalRandom.current().nextDouble());
        try {
            market.begin().get(OPENING_DEADLINE.toSeconds(), TimeUnit.SECONDS);
            return market;
        } catch (ExecutionException e) {
            market.close();
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw new IllegalArgumentException(wrong.getMessage(), e);
            }
            throw new IOException(e.getCause() == null ? null : e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            market.close();
            throw new IOException(
                    market.name() + " did not tell what it trades within " + OPENING_DEADLINE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            market.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + market.name() + " was opened", e);
        }
    }

    /** Begins to open; done when instruments and first prices are there, or failed with a message for people. */
    CompletableFuture<Void> begin() {
        int asked = protocol.symbols().size();
        if (asked > rules.maxSymbols()) {
            fail(new IllegalArgumentException(
                    rules.name() + " serves at most " + rules.maxSymbols() + " symbols, not " + asked));
            return ready;
        }
        loop.execute(() -> {
            protocol.begin(session);
            if (rules.listsOnStream()) {
                connection.connect();
            }
        });
        new StatisticsDigest(rules.name(), statistics, loop).follow();
        return ready;
    }

    /** What came of the venue's messages so far. */
    VenueStatistics statistics() {
        return statistics;
    }

    @Override
    public String name() {
        return rules.name();
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    /** None: bars begin with the market. */
    @Override
    public List<Bar> history(Symbol symbol) {
        return List.of();
    }

    /** What the venue does not tell is absent; a symbol it has told nothing of yet has only a time and a status. */
    @Override
    public List<Quote> opening() {
        return picture.quotes();
    }

    /** @throws IllegalStateException if it was started or closed before */
    @Override
    public void start(Consumer<List<MarketEvent>> listener) {
        synchronized (giving) {
            if (closed || started) {
                throw new IllegalStateException("a market is started once");
            }
            started = true;
        }
        loop.execute(() -> picture.start(batch -> give(batch, listener)));
    }

    @Override
    public void close() {
        synchronized (giving) {
            if (closed) {
                return;
            }
            closed = true;
        }
        loop.execute(connection::close);
        loop.close();
        connector.close();
    }

    private void give(List<MarketEvent> batch, Consumer<List<MarketEvent>> listener) {
        synchronized (giving) {
            if (closed) {
                return;
            }
            try {
                listener.accept(batch);
            } catch (RuntimeException e) {
                // One batch that could not be taken must not end the market.
                if (!complained) {
                    LOG.error("a batch of market events could not be taken; further ones are not reported", e);
                    complained = true;
                }
            }
        }
    }

    private void listed(Collection<Instrument> found) {
        if (!instruments.isEmpty() || ready.isDone()) {
            return;
        }
        Map<Symbol, Instrument> bySymbol = new LinkedHashMap<>();
        found.forEach(instrument -> bySymbol.putIfAbsent(instrument.symbol(), instrument));
        List<Instrument> wanted = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Symbol symbol : protocol.symbols()) {
            Instrument instrument = bySymbol.get(symbol);
            if (instrument == null) {
                unknown.add(symbol.text());
            } else {
                wanted.add(instrument);
            }
        }
        if (!unknown.isEmpty()) {
            fail(new IllegalArgumentException(rules.name() + " does not trade " + String.join(", ", unknown)));
            return;
        }
        instruments = List.copyOf(wanted);
        if (!rules.listsOnStream()) {
            connection.connect();
        }
    }

    private void subscribed() {
        if (connection.live()) {
            return;
        }
        connection.works();
        picture.reached(true);
        if (away) {
            away = false;
            LOG.warn("{} is reached again", rules.name());
        }
        if (!ready.isDone()) {
            new PreviousCloses(protocol, requests, loop, this::previousClose).follow();
            loop.schedule(rules.firstPrices(), this::opened);
            openIfComplete();
        }
    }

    private void previousClose(Symbol symbol, Figure close) {
        picture.day(symbol, new DayFigures(Figure.ABSENT, Figure.ABSENT, Figure.ABSENT, Figure.ABSENT, close));
    }

    private void openIfComplete() {
        if (!ready.isDone() && connection.live() && picture.complete()) {
            opened();
        }
    }

    private void opened() {
        if (!instruments.isEmpty() && connection.live()) {
            ready.complete(null);
        }
    }

    private void fail(Exception why) {
        ready.completeExceptionally(why);
        connection.close();
    }

    private void requestFailed(Loss loss) {
        if (ready.isDone()) {
            LOG.warn("a request to {} failed: {}", rules.name(), loss.why());
        } else {
            fail(new IOException(rules.name() + " cannot be used: " + loss.why()));
        }
    }

    /** What the connection tells. */
    private final class Owner implements VenueConnection.Owner {

        @Override
        public void opened() {
            protocol.opened(session);
        }

        @Override
        public void heard(JsonNode message) {
            protocol.message(message, session);
            openIfComplete();
        }

        @Override
        public void lost(Loss loss, Duration wait) {
            if (!ready.isDone()) {
                fail(new IOException(rules.name() + " cannot be used: " + loss.why()));
                return;
            }
            picture.reached(false);
            if (away) {
                LOG.debug("{} is still not reached: {}", rules.name(), loss.why());
            } else {
                away = true;
                LOG.warn("{} is not reached: {}; it is tried again from now on", rules.name(), loss.why());
            }
        }
    }

    /** What the protocol asks for. */
    private final class Session implements VenueSession {

        @Override
        public void say(String text) {
            connection.say(text);
        }

        @Override
        public void request(String path, Consumer<JsonNode> answer) {
            requests.get(path, answer, VenueMarket.this::requestFailed);
        }

        @Override
        public void listed(Collection<Instrument> found) {
            VenueMarket.this.listed(found);
        }

        @Override
        public void subscribed() {
            VenueMarket.this.subscribed();
        }

        @Override
        public void top(Symbol symbol, long time, TopOfBook top) {
            picture.top(symbol, time, top);
        }

        @Override
        public void last(Symbol symbol, long time, Figure price, Figure size) {
            picture.last(symbol, time, price, size);
        }

        @Override
        public void day(Symbol symbol, DayFigures day) {
            picture.day(symbol, day);
        }

        @Override
        public void trade(Symbol symbol, VenueTrade trade) {
            if (rules.countsTrades()) {
                healer.trade(symbol, trade);
            } else {
                picture.trade(symbol, trade);
            }
        }

        @Override
        public void newest(Symbol symbol, VenueTrade trade) {
            if (rules.countsTrades() && !healer.begin(symbol, trade)) {
                healer.trade(symbol, trade);
            } else {
                picture.last(symbol, trade.time(), trade.price(), trade.size());
            }
        }

        @Override
        public void tradedUpTo(Symbol symbol, long id) {
            healer.upTo(symbol, id);
        }

        @Override
        public void status(Symbol symbol, TradingStatus status, @Nullable String reason) {
            picture.status(symbol, status, reason);
        }

        @Override
        public void ignored() {
            statistics.add(Count.IGNORED_MESSAGES, 1);
        }

        @Override
        public void malformed() {
            statistics.add(Count.MALFORMED_MESSAGES, 1);
        }

        @Override
        public void unknownSymbol() {
            statistics.reject(Rejection.UNKNOWN_SYMBOL);
        }

        @Override
        public void lost(Loss loss) {
            connection.lose(loss);
        }

        @Override
        public long now() {
            return VenueTime.micros(loop.wallClock());
        }
    }
}
