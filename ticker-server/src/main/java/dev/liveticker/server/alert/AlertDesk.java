package dev.liveticker.server.alert;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.Letter;
import dev.liveticker.server.hub.UserDesk;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Users' alerts on a thread of their own: what the market and users do is handed in, in order; what becomes of it is
 * saved in batches and then told through the hub. Every method may be called from any thread and returns at once.
 */
public final class AlertDesk implements UserDesk, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AlertDesk.class);

    private static final int AT_ONCE = 1_000;
    private static final int REQUESTS_AHEAD = 20_000;
    private static final int EVENTS_AHEAD = 200_000;
    private static final int RUN_BYTES = 6;
    private static final long RETRY_MILLIS = 2_000;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(10);
    private static final Duration HUB_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** How long the log waits for one of several desks that is far behind it. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Hub hub;
    private final AlertStore store;
    private final AlertCore core;
    private final Thread thread;
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Semaphore requests = new Semaphore(REQUESTS_AHEAD);
    private final Semaphore events = new Semaphore(EVENTS_AHEAD);
    private final AtomicLong skipped = new AtomicLong();
    private final @Nullable RequestRelay relay;
    private final long origin = System.nanoTime();
    private volatile boolean stopped;
    private volatile boolean complained;

    private AlertDesk(Hub hub, AlertStore store, AlertCore core, @Nullable RequestRelay relay) {
        this.hub = hub;
        this.store = store;
        this.core = core;
        this.relay = relay;
        this.thread = Thread.ofPlatform().name("alerts").daemon().unstarted(this::run);
    }

    /**
     * Opens it, and has the hub send users to it.
     *
     * @param opening a whole quote of each instrument
     * @param store closed with the desk, unless it hangs then; also if this fails
     */
    public static AlertDesk open(
            Hub hub, AlertSettings settings, List<Instrument> instruments, List<Quote> opening, AlertStore store) {
        byte[] run = new byte[RUN_BYTES];
        new SecureRandom().nextBytes(run);
        AlertCore core;
        try {
            core = new AlertCore(
                    settings, instruments, opening, store, HexFormat.of().formatHex(run));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        return open(new AlertDesk(hub, store, core, null));
    }

    /**
     * Opens one of several that do the same in the same order, and so know the same: with what the market does and
     * users ask for, which is handed in by {@link #publish} and {@link #apply}. Each tells the connections that it has.
     *
     * @param opening a whole quote of each instrument; counts until it is {@link #restore restored}
     * @param epoch names what they follow
     * @param relay takes what users of this desk ask for to all of them
     */
    public static AlertDesk share(
            Hub hub,
            AlertSettings settings,
            List<Instrument> instruments,
            List<Quote> opening,
            String epoch,
            RequestRelay relay) {
        AlertStore store = AlertStore.replicated();
        AlertCore core = new AlertCore(settings, instruments, opening, store, epoch);
        return open(new AlertDesk(hub, store, core, relay));
    }

    private static AlertDesk open(AlertDesk desk) {
        desk.thread.start();
        desk.hub.serve(desk);
        return desk;
    }

    /**
     * Takes in what happened in the market, in order. Should it ever be hundreds of thousands of events behind, such as
     * because the disk hangs, prices are left out rather than the market held up: the next one that comes through is
     * compared with the last that did. Only one of several that are to know the same waits, for ten seconds at most,
     * since it may leave out nothing.
     *
     * @throws IllegalStateException if one of several has left something out all the same
     */
    public void publish(List<MarketEvent> batch) {
        List<MarketEvent> copy = List.copyOf(batch);
        int permits = Math.min(copy.size(), EVENTS_AHEAD);
        if (relay != null) {
            await(permits);
        } else if (!events.tryAcquire(permits)) {
            if (skipped.getAndAdd(permits) == 0) {
                log.warn("Alerts are too far behind the market; prices are left out until they have caught up");
            }
            return;
        }
        inbox.add(() -> {
            events.release(permits);
            long missed = skipped.getAndSet(0);
            if (missed > 0) {
                log.warn("Alerts have caught up with the market; {} prices were left out", missed);
            }
            core.happened(copy);
        });
    }

    /**
     * Does what a user of any of several desks asked for, in its order with what the market does. Waits as
     * {@link #publish} does.
     *
     * @throws IllegalStateException if it was left out
     */
    public void apply(AlertRequest request) {
        await(1);
        inbox.add(() -> {
            events.release();
            core.asked(request);
        });
    }

    private void await(int permits) {
        try {
            if (!events.tryAcquire(permits, LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("alerts have not kept up with the log");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while alerts were behind the log", e);
        }
    }

    /** What it knows after all that was handed in so far. Fails once the desk is closed. */
    public CompletableFuture<AlertState> capture() {
        CompletableFuture<AlertState> state = new CompletableFuture<>();
        inbox.add(() -> {
            try {
                state.complete(core.capture());
            } catch (RuntimeException | Error e) {
                state.completeExceptionally(e);
            }
        });
        // Checked afterwards: what was handed in before it stopped is done.
        if (stopped) {
            state.completeExceptionally(new IllegalStateException("the desk is closed"));
        }
        return state;
    }

    /**
     * Knows what another desk knew, before all that is handed in from now on. Connections are taken to be gone: the hub
     * is to send them away after this.
     *
     * @param epoch names what they follow from now on
     */
    public void restore(String epoch, AlertState state) {
        inbox.add(() -> core.restore(epoch, state));
    }

    @Override
    public boolean joined(String session, String user) {
        return hand(() -> core.joined(session, user));
    }

    @Override
    public void left(String session) {
        // As many at most as have joined, which is bounded.
        inbox.add(() -> core.left(session));
    }

    @Override
    public boolean asked(String session, Principal principal, ClientMessage.Personal request) {
        String user = principal.user();
        if (user == null) {
            return true;
        }
        AlertRequest asked = AlertRequest.of(session, user, principal, request);
        return relay == null ? hand(() -> core.asked(asked)) : pass(relay, asked);
    }

    private boolean pass(RequestRelay to, AlertRequest asked) {
        if (stopped || !requests.tryAcquire()) {
            return false;
        }
        CompletableFuture<?> _ = passed(to, asked).whenComplete((_, failure) -> {
            requests.release();
            if (failure != null) {
                refuse(asked, failure);
            }
        });
        return true;
    }

    private static CompletableFuture<?> passed(RequestRelay to, AlertRequest asked) {
        try {
            // What cannot be an alert's is not for the others to know, and may not go into bytes at all.
            AlertTerms.checkTexts(asked.wish());
            return to.pass(asked);
        } catch (BadRequestException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void refuse(AlertRequest asked, Throwable why) {
        if (why instanceof BadRequestException bad) {
            answer(asked, bad.failure(asked.wish(), null));
        } else {
            unavailable(asked, why);
        }
    }

    private void unavailable(AlertRequest asked, Throwable why) {
        if (!complained) {
            complained = true;
            log.warn("What users ask for cannot be passed on; they are told to ask again", why);
        }
        answer(
                asked,
                new Failure(
                        "unavailable",
                        "the servers cannot agree on it at the moment; ask again",
                        AlertTerms.repeated(asked.wish().id()),
                        RETRY_MILLIS));
    }

    private void answer(AlertRequest asked, Failure failure) {
        hub.tell(List.of(new Letter(asked.session(), failure)), () -> {});
    }

    /** How it fares; never completed once it is closed. */
    public CompletableFuture<AlertFigures> figures() {
        CompletableFuture<AlertFigures> figures = new CompletableFuture<>();
        inbox.add(() -> figures.complete(core.figures()));
        return figures;
    }

    private boolean hand(Runnable task) {
        if (stopped || !requests.tryAcquire()) {
            return false;
        }
        inbox.add(() -> {
            requests.release();
            task.run();
        });
        return true;
    }

    private void run() {
        List<Runnable> tasks = new ArrayList<>(AT_ONCE);
        // What passed while the server was down.
        perform(tasks);
        while (!stopped) {
            try {
                long wait = Math.clamp(core.next() - nanos(), 0, LONGEST_SLEEP.toNanos());
                Runnable first = inbox.poll(wait, TimeUnit.NANOSECONDS);
                if (first != null) {
                    tasks.add(first);
                    inbox.drainTo(tasks, AT_ONCE - 1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            perform(tasks);
        }
        inbox.drainTo(tasks);
        perform(tasks);
        core.settle(Long.MAX_VALUE);
    }

    private long nanos() {
        return System.nanoTime() - origin;
    }

    private void perform(List<Runnable> tasks) {
        for (Runnable task : tasks) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // Also an error: without its thread nothing would fire any more, unseen.
                log.error("An alert failed", e);
            }
        }
        tasks.clear();
        try {
            tell(core.settle(nanos()));
        } catch (RuntimeException | Error e) {
            log.error("Alerts could not be told", e);
        }
    }

    /** Waits until the hub has taken it, so that no more piles up there than from one batch. */
    private void tell(List<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        CountDownLatch told = new CountDownLatch(1);
        try {
            if (hub.tell(letters, told::countDown) && !told.await(HUB_PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                log.warn("The hub takes longer than {} s to pass notifications on", HUB_PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Saves what is left. To be called after the hub is closed, so that what clients said last is in. */
    @Override
    public void close() {
        stopped = true;
        inbox.add(() -> {});
        try {
            if (thread.join(LAST_WORDS)) {
                store.close();
            } else {
                log.error("Alerts could not be saved in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
