package dev.liveticker.server.recording;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.MicroTime;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.Speed;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording played as a market, on a thread of its own named {@code market}. Played once, it ends with the status
 * {@code closed} of every instrument and stays so. It always counts as simulated, whatever was recorded: its prices are
 * not of now, and whoever sees them has to be told. How time goes by is said in {@link Playhead}, how it goes on from
 * itself in {@link Rerun}.
 */
public final class ReplayedMarket implements MarketSource {

    private static final Logger log = LoggerFactory.getLogger(ReplayedMarket.class);

    static final String END = "end of the recording";

    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    /** How often to look whether it is time yet, should the wall's time not go by as this thread's does. */
    private static final long LONGEST_WAIT = Duration.ofMillis(50).toNanos();

    private final String name;
    private final RecordingReader recording;
    private final boolean loop;
    private final LongSupplier nanos;
    private final List<Instrument> instruments;
    private final List<Quote> opening;
    private final Set<Symbol> left;
    private final boolean all;
    private final Playhead playhead;
    private final Rerun rerun;
    private final Thread thread;

    /** Held while a batch is given, so that none is once {@link #close} has returned. */
    private final ReentrantLock giving = new ReentrantLock();

    private final Condition stopping = giving.newCondition();

    private @Nullable Consumer<List<MarketEvent>> listener;
    private boolean closed;
    private boolean complained;
    private boolean told;

    /**
     * Sets one up; it plays once started.
     *
     * @param name of what is played, such as its file's
     * @param recording which it closes with itself
     * @param symbols what to play of it; none means all
     * @param loop whether to begin anew each time it ends
     * @throws IllegalArgumentException if the recording lacks any of the symbols; the message lists those
     */
    public ReplayedMarket(
            String name, RecordingReader recording, Collection<Symbol> symbols, Speed speed, boolean loop) {
        this(name, recording, symbols, speed, loop, System::nanoTime);
    }

    /** @param nanos monotonic nanoseconds */
    ReplayedMarket(
            String name,
            RecordingReader recording,
            Collection<Symbol> symbols,
            Speed speed,
            boolean loop,
            LongSupplier nanos) {
        RecordingHeader header = recording.header();
        this.name = name;
        this.recording = recording;
        this.loop = loop;
        this.nanos = nanos;
        this.left = header.instruments().stream()
                .map(Instrument::symbol)
                .filter(symbol -> symbols.isEmpty() || symbols.contains(symbol))
                .collect(Collectors.toUnmodifiableSet());
        String unknown = symbols.stream()
                .filter(symbol -> !left.contains(symbol))
                .distinct()
                .sorted()
                .map(Symbol::text)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("not in the recording " + name + ": " + unknown);
        }
        this.all = left.size() == header.instruments().size();
        this.instruments = header.instruments().stream()
                .filter(instrument -> left.contains(instrument.symbol()))
                .toList();
        this.opening = header.opening().stream()
                .filter(quote -> left.contains(quote.symbol()))
                .toList();
        this.playhead = new Playhead(speed);
        this.rerun = new Rerun(opening);
        this.thread = Thread.ofPlatform().name("market").daemon().unstarted(this::run);
    }

    @Override
    public String name() {
        return "REPLAY " + name;
    }

    @Override
    public boolean simulated() {
        return true;
    }

    /** The time that is being played; after the end of the recording it goes on. */
    @Override
    public InstantSource clock() {
        long start = recording.header().start();
        return () -> MicroTime.instant(start + playhead.position(nanos.getAsLong()));
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    /** Nothing: a recording begins with its opening quotes. */
    @Override
    public List<Bar> history(Symbol symbol) {
        return List.of();
    }

    @Override
    public List<Quote> opening() {
        return opening;
    }

    /** @throws IllegalStateException if it was started or closed before */
    @Override
    public void start(Consumer<List<MarketEvent>> newListener) {
        giving.lock();
        try {
            if (closed || listener != null) {
                throw new IllegalStateException("a market is started once");
            }
            listener = newListener;
            thread.start();
        } finally {
            giving.unlock();
        }
    }

    @Override
    public void close() {
        giving.lock();
        try {
            closed = true;
            stopping.signalAll();
            if (listener == null) {
                closeRecording();
                return;
            }
        } finally {
            giving.unlock();
        }
        try {
            // A listener may close the market; then its thread cannot end before this returns.
            if (Thread.currentThread() != thread && !thread.join(LONGEST_STOP)) {
                log.warn("the market's thread still runs after {}", LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeRecording() {
        try {
            recording.close();
        } catch (IOException e) {
            log.warn("{} could not be closed", name, e);
        }
    }

    private void run() {
        try {
            playhead.begin(nanos.getAsLong());
            play();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.error("{} can be played no further", name, e);
        } finally {
            closeRecording();
        }
    }

    private void play() throws IOException, InterruptedException {
        while (playOnce()) {
            Ending ending = ending();
            long length = ending.end() - recording.header().start();
            if (!loop || ending.batches() == 0) {
                if (giveAt(rerun.shift() + length, closing())) {
                    playhead.ended();
                }
                return;
            }
            List<MarketEvent> again = rerun.again(length);
            if (!giveAt(rerun.shift(), again)) {
                return;
            }
            recording.rewind();
        }
    }

    /** Whether it was played to its end. */
    private boolean playOnce() throws InterruptedException {
        for (RecordedBatch batch = recording.next(); batch != null; batch = recording.next()) {
            if (!giveAt(rerun.shift() + batch.arrival(), rerun.moved(chosen(batch.events())))) {
                return false;
            }
        }
        return true;
    }

    private Ending ending() {
        Ending ending = recording.ending();
        if (ending == null) {
            throw new IllegalStateException("the recording did not end");
        }
        if (ending.fault() != null && !told) {
            told = true;
            log.warn(
                    "{}: {}, at byte {}; its {} batches before that were played, up to {}",
                    name,
                    ending.fault(),
                    ending.position(),
                    ending.batches(),
                    MicroTime.instant(ending.end()));
        }
        return ending;
    }

    private List<MarketEvent> closing() {
        return instruments.stream()
                .map(instrument -> (MarketEvent) new Status(instrument.symbol(), 0, TradingStatus.CLOSED, END))
                .toList();
    }

    private List<MarketEvent> chosen(List<MarketEvent> events) {
        return all
                ? events
                : events.stream().filter(event -> left.contains(event.symbol())).toList();
    }

    /** Gives a batch when it is due; whether it was, since the market may be closed meanwhile. */
    private boolean giveAt(long arrival, List<MarketEvent> events) throws InterruptedException {
        giving.lock();
        try {
            for (long wait = playhead.untilDue(arrival, nanos.getAsLong());
                    wait > 0 && !closed;
                    wait = playhead.untilDue(arrival, nanos.getAsLong())) {
                var _ = stopping.awaitNanos(Math.min(wait, LONGEST_WAIT));
            }
            if (closed) {
                return false;
            }
            give(events);
            return !closed;
        } finally {
            giving.unlock();
        }
    }

    private void give(List<MarketEvent> events) {
        Consumer<List<MarketEvent>> taker = listener;
        if (events.isEmpty() || taker == null) {
            return;
        }
        try {
            taker.accept(events);
        } catch (RuntimeException e) {
            // One batch that could not be taken must not end the market.
            if (!complained) {
                complained = true;
                log.error("a batch of market events could not be taken; further ones are not reported", e);
            }
        }
    }
}
