package dev.liveticker.server.hub;

import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Position;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The fan-out. Every method may be called from any thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class Hub implements AutoCloseable {

    /**
     * @param opening a whole quote of each instrument
     * @param history closed one-minute bars, oldest first, of each instrument
     * @param clock for the times in messages
     */
    public Hub(
            HubSettings settings,
            List<Instrument> instruments,
            List<Quote> opening,
            Collection<Bar> history,
            InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    /** Takes in what happened in the market, in order: numbers it and passes it on. Returns at once. */
    public void publish(List<MarketEvent> events) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives a connection its place; its welcome is the first frame. Over the limit the outlet is ended as overloaded.
     */
    public Subscriber connect(Connection connection, Outlet outlet) {
        throw new UnsupportedOperationException();
    }

    /**
     * Answers a poll, when there is something to say or its patience is over.
     *
     * @param answer called once, on the hub's thread; must not block
     * @return to be run when the client went away before the answer
     */
    public Runnable poll(PollRequest request, Consumer<PollAnswer> answer) {
        throw new UnsupportedOperationException();
    }

    /** Messages sent beside the stream. False if there is no such session. */
    public boolean receive(String session, List<ClientMessage> messages) {
        throw new UnsupportedOperationException();
    }

    public List<Instrument> instruments() {
        throw new UnsupportedOperationException();
    }

    public Optional<Snapshot> snapshot(Symbol symbol) {
        throw new UnsupportedOperationException();
    }

    /**
     * Bars whose start is in {@code [from, to)}, microseconds since the epoch, oldest first; the newest {@code limit}
     * of them, the open one included.
     */
    public List<Bar> bars(Symbol symbol, Interval interval, long from, long to, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The newest trades, oldest first. */
    public List<Trade> trades(Symbol symbol, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The newest number so far. */
    public Position position() {
        throw new UnsupportedOperationException();
    }

    /** How many connections have a place, waiting polls included. */
    public int subscribers() {
        throw new UnsupportedOperationException();
    }

    /** Sends what waits, then ends every connection as going away; at most this long. */
    public void drain(Duration atMost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
