package dev.liveticker.server.hub;

import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Position;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.history.MarketHistory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The fan-out. Every method may be called from any thread; its work is done by one of its own. */
public final class Hub implements AutoCloseable {

    private static final int SESSION_BYTES = 16;
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    /** How many events may wait for the hub; a market that is so far ahead of it is made to wait. */
    private static final int EVENTS_AHEAD = 200_000;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore ahead = new Semaphore(EVENTS_AHEAD);
    private final HubNode node;
    private final Board board;
    private final HubCore core;
    private final HubThread thread;
    private final LongSupplier nanos;

    /**
     * @param opening a whole quote of each instrument
     * @param history closed one-minute bars, oldest first, of an instrument; asked once for each
     * @param market the market's clock, for the times in messages; what else has a time goes by the machine's
     * @throws IllegalArgumentException if bars are not oldest first
     */
    public Hub(
            HubSettings settings,
            List<Instrument> instruments,
            List<Quote> opening,
            Function<Symbol, List<Bar>> history,
            InstantSource market) {
        this(settings, instruments, opening, MarketHistory.after(instruments, history), market);
    }

    /**
     * @param opening a whole quote of each instrument
     * @param history of these instruments, with what was before; written by the hub alone from now on, read by any
     * @param market the market's clock, for the times in messages; what else has a time goes by the machine's
     */
    public Hub(
            HubSettings settings,
            List<Instrument> instruments,
            List<Quote> opening,
            MarketHistory history,
            InstantSource market) {
        this(settings, instruments, opening, history, market, HubNode.ALONE);
    }

    /**
     * @param opening a whole quote of each instrument
     * @param history of these instruments, with what was before; written by the hub alone from now on, read by any
     * @param market the market's clock, for the times in messages; what else has a time goes by the machine's
     * @param node which of the hubs that follow one log it is
     */
    public Hub(
            HubSettings settings,
            List<Instrument> instruments,
            List<Quote> opening,
            MarketHistory history,
            InstantSource market,
            HubNode node) {
        long origin = System.nanoTime();
        this.nanos = () -> System.nanoTime() - origin;
        Numbering numbering = new Numbering(random, node.stride());
        this.node = node;
        this.board = new Board(instruments, opening, history, settings.retainedMessages(), numbering);
        this.core = new HubCore(settings, board, market, InstantSource.system(), nanos);
        this.thread = new HubThread(core::turn, nanos, core.figures().turns());
        thread.start();
    }

    /**
     * Takes in what happened in the market, in order: numbers it and passes it on. Returns at once, unless the hub is
     * hundreds of thousands of events behind; then it waits until that is mended, since an endless queue would only
     * hide it.
     */
    public void publish(List<MarketEvent> events) {
        take(events, core::publish);
    }

    /**
     * As {@link #publish}, but some trades get lost between here and every subscriber: they are numbered, part of bars
     * and to be had from {@link #trades}, and are neither sent nor sent again.
     *
     * @param lost which; asked on the hub's thread for each trade, in order
     */
    public void publishLosing(List<MarketEvent> events, Predicate<Trade> lost) {
        take(events, copy -> core.publishLosing(copy, lost));
    }

    private void take(List<MarketEvent> events, Consumer<List<MarketEvent>> publish) {
        List<MarketEvent> copy = List.copyOf(events);
        int permits = Math.min(copy.size(), EVENTS_AHEAD);
        long at = nanos.getAsLong();
        ahead.acquireUninterruptibly(permits);
        boolean taken = thread.submit(() -> {
            ahead.release(permits);
            core.coming(copy, at);
            try {
                publish.accept(copy);
            } finally {
                core.came();
            }
        });
        if (!taken) {
            ahead.release(permits);
        }
    }

    /**
     * What it knows after all that was published so far, which another hub of the same log can go on from. Fails once
     * it is closed.
     */
    public CompletableFuture<HubState> capture() {
        return ask(core::capture);
    }

    /** The newest whole quotes after all that was published so far; fails once it is closed. */
    public CompletableFuture<Map<Symbol, Quote>> quotes() {
        return ask(core::quotes);
    }

    private <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean asked = thread.submit(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        if (!asked) {
            answer.completeExceptionally(new IllegalStateException("the hub is closed"));
        }
        return answer;
    }

    /**
     * Becomes as another hub was, before it takes in what is published from now on. Everybody is sent away as going
     * away, to come again.
     *
     * @param epoch names the numbering that it goes on with
     * @param state of a hub of the same instruments
     */
    public void restore(String epoch, HubState state) {
        Position start = new Position(epoch, state.lastEvent());
        if (state.symbols().size() != board.instruments().size()) {
            throw new IllegalArgumentException("a state of other instruments");
        }
        thread.submit(() -> core.restore(start.epoch(), state));
    }

    /**
     * Whether anybody is let in. Where not, everybody is sent away as going away, and whoever comes is turned away as
     * overloaded.
     */
    public void serving(boolean open) {
        thread.submit(() -> core.serving(open));
    }

    /**
     * Gives a connection its place; its welcome is the first frame. Over the limit the outlet is ended as overloaded,
     * and once the hub drains, as going away.
     */
    public Subscriber connect(Connection connection, Outlet outlet) {
        HubSubscriber subscriber = new HubSubscriber(newSession(), thread, core);
        if (!thread.submit(() -> subscriber.connect(connection, outlet))) {
            outlet.end(End.GOING_AWAY);
        }
        return subscriber;
    }

    /**
     * Answers a poll, when there is something to say or its patience is over. A poll that cannot be taken (too many are
     * there, or the hub drains) is answered with an {@code error}.
     *
     * @param answer called once, on the hub's thread; must not block. Not called any more once the hub is closed.
     * @return to be run when the client went away before the answer
     */
    public Runnable poll(PollRequest request, Consumer<PollAnswer> answer) {
        PendingPoll poll = new PendingPoll(core, newSession(), request, answer);
        thread.submit(poll::take);
        return () -> thread.submit(poll::cancel);
    }

    /**
     * The frames last given to these subscribers' outlets are written; their next may come. Many at once, since a burst
     * of frames is written in a burst, and the hub is better woken once.
     *
     * @param subscribers of this hub; not to be changed any more
     */
    public void drained(List<Subscriber> subscribers) {
        thread.submit(() -> {
            for (Subscriber subscriber : subscribers) {
                if (subscriber instanceof HubSubscriber ours) {
                    ours.written();
                }
            }
        });
    }

    /** Whether this user has such a session. */
    public boolean hasSession(Principal from, String session) {
        Session there = core.members().get(session);
        return there != null && there.principal().isSameUser(from);
    }

    /** Ends a client that seems dead, if every place is taken, so that whoever comes next finds one. */
    public void evictDead() {
        thread.submit(core::makeRoom);
    }

    /** Messages sent beside the stream. False if this user has no such session. One that floods the hub is ended. */
    public boolean receive(Principal from, String session, List<ClientMessage> messages) {
        Session there = core.members().get(session);
        if (there == null || !there.principal().isSameUser(from)) {
            return false;
        }
        return there.intake()
                .hand(thread, messages, copy -> core.receive(there, copy), () -> core.end(there, End.RATE_LIMITED));
    }

    /** Whoever comes from now on is served by this desk, in place of any before. To be called before the first does. */
    public void serve(UserDesk desk) {
        thread.submit(() -> core.users().serve(desk));
    }

    /**
     * Says something to connections, in order; one that is gone is left out.
     *
     * @param told run on the hub's thread once it is said, or could not be; must not block
     * @return false if the hub is closed and will not
     */
    public boolean tell(List<Letter> letters, Runnable told) {
        List<Letter> copy = List.copyOf(letters);
        return thread.submit(() -> {
            try {
                core.tell(copy);
            } finally {
                told.run();
            }
        });
    }

    /** Who is there; fails once it is closed. */
    public CompletableFuture<Presence> presence() {
        return ask(core::presence);
    }

    /** What it holds; fails once it is closed. */
    public CompletableFuture<Census> census() {
        return ask(core::census);
    }

    /** What it did since it began. */
    public HubFigures figures() {
        return core.figures();
    }

    /** How much waits to be done by its thread. */
    public int waiting() {
        return thread.waiting();
    }

    /** What is logged of connections. */
    public ConnectionLog connections() {
        return core.connections();
    }

    /** As {@link #receive}: the client said beside the stream who it is. */
    public boolean login(Principal from, String session, Login login) {
        Session there = core.members().get(session);
        if (there == null || !there.principal().isSameUser(from)) {
            return false;
        }
        return thread.submit(() -> core.login(there, login));
    }

    public List<Instrument> instruments() {
        return board.instruments();
    }

    /** The newest whole quote; empty for an unknown symbol. */
    public Optional<Snapshot> snapshot(Symbol symbol) {
        SymbolSlot slot = board.slot(symbol);
        Quote whole = slot == null ? null : slot.quote().whole();
        return Optional.ofNullable(whole).map(Snapshot::of);
    }

    /**
     * The newest trades numbered below, oldest first; at most a thousand are kept. Empty for an unknown symbol.
     *
     * @param belowSeq {@link Long#MAX_VALUE} for the newest of all
     */
    public List<Trade> trades(Symbol symbol, long belowSeq, int limit) {
        return board.history().trades(symbol, belowSeq, limit);
    }

    /** The newest number so far. */
    public Position position() {
        return board.numbering().position();
    }

    /**
     * Calls no subscriber too slow for so long, and gives each its whole deadline again after that: for when the server
     * itself keeps back what they are sent. Replaces what was said before.
     */
    public void excuse(Duration howLong) {
        thread.submit(() -> core.excuse(howLong));
    }

    /** Ends every connection as going away; whoever comes after is served. */
    public void dismissAll() {
        thread.submit(core::endAll);
    }

    /** How many connections have a place, waiting polls included. */
    public int subscribers() {
        return core.members().present();
    }

    /**
     * Sends what waits, then ends every connection as going away; at most this long. Nobody comes in from then on, and
     * what is published is not passed on.
     */
    public void drain(Duration atMost) {
        CountDownLatch empty = new CountDownLatch(1);
        if (thread.submit(() -> core.drain(empty::countDown)) && !within(atMost, empty)) {
            thread.submit(core::endAll);
            within(LAST_WORDS, empty);
        }
    }

    private static boolean within(Duration atMost, CountDownLatch latch) {
        try {
            return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        drain(LAST_WORDS);
        thread.stop(LAST_WORDS);
    }

    private String newSession() {
        byte[] bytes = new byte[SESSION_BYTES];
        random.nextBytes(bytes);
        return node.name() + HexFormat.of().formatHex(bytes);
    }
}
