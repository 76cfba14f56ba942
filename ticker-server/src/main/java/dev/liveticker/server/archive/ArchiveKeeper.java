package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.MicroTime;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.Bookmark;
import dev.liveticker.server.history.MarketHistory;
import dev.liveticker.server.history.Reading;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps bars and quotes, on a thread of its own that reads what is new every second. Nothing is handed to it, so that
 * nothing can pile up before a slow disk, and whoever makes the bars never waits: what could not be kept is still in
 * the history, and read again.
 */
public final class ArchiveKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ArchiveKeeper.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Between the parts of a large backlog, such as the whole past of a new file. */
    private static final Duration SOON = Duration.ofMillis(100);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    /** How many bars are kept in one transaction; a symbol's are never divided. */
    private static final int BARS_AT_ONCE = 10_000;

    private final MarketHistory history;
    private final List<Symbol> symbols;
    private final Function<Symbol, Optional<Quote>> quotes;
    private final BarArchive archive;
    private final Retention retention;
    private final InstantSource clock;
    private final Map<Symbol, Bookmark> marks;
    private final Map<Symbol, Long> keptQuotes = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private int next;
    private final LongAdder failures = new LongAdder();
    private volatile boolean failing;

    /**
     * One that does nothing before it is started.
     *
     * @param quotes gives the newest whole quote of a symbol; any thread may ask
     * @param marks what of each symbol is in the archive already; absent for nothing
     * @param archive closed with this
     * @param clock what the age of bars is measured by
     */
    public ArchiveKeeper(
            MarketHistory history,
            List<Symbol> symbols,
            Function<Symbol, Optional<Quote>> quotes,
            Map<Symbol, Bookmark> marks,
            BarArchive archive,
            Retention retention,
            InstantSource clock) {
        this.history = history;
        this.symbols = List.copyOf(symbols);
        this.quotes = quotes;
        this.marks = new HashMap<>(marks);
        this.archive = archive;
        this.retention = retention;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("archive").daemon().unstarted(this::run);
    }

    /** Begins, once. */
    public void start() {
        thread.start();
    }

    /** How often something could not be kept. Any thread may ask. */
    public long failures() {
        return failures.sum();
    }

    /** Whether the last attempt to keep something failed. Any thread may ask. */
    public boolean failing() {
        return failing;
    }

    private void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                pause = turn();
            }
            keepTheRest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps some of what is new, and drops some of what is old; when to do so again. */
    Duration turn() {
        try {
            boolean all = keepSome();
            if (all) {
                archive.prune(retention, MicroTime.of(clock.instant()));
            }
            if (failing) {
                failing = false;
                log.warn("Bars and prices are kept on the disk again; none of those still in memory is missing");
            }
            return all ? EVERY : SOON;
        } catch (IOException | RuntimeException e) {
            failures.increment();
            if (!failing) {
                failing = true;
                log.error(
                        "Bars and prices cannot be kept on the disk; until that is mended, they are in memory alone",
                        e);
            }
            next = 0;
            return AFTER_FAILURE;
        }
    }

    /** Whether nothing is left to be kept. */
    private boolean keepSome() throws IOException {
        List<Bar> closed = new ArrayList<>();
        List<Bar> open = new ArrayList<>();
        List<Quote> changed = new ArrayList<>();
        Map<Symbol, Bookmark> read = new HashMap<>();
        while (next < symbols.size() && closed.size() < BARS_AT_ONCE) {
            Symbol symbol = symbols.get(next);
            next++;
            Optional<Reading> reading = history.readAfter(symbol, marks.getOrDefault(symbol, Bookmark.at(Map.of())));
            if (reading.isPresent()) {
                closed.addAll(reading.get().closed());
                reading.get().openMinute().ifPresent(open::add);
                read.put(symbol, reading.get().upTo());
            }
            quotes.apply(symbol)
                    .filter(quote -> quote.seq() != keptQuotes.getOrDefault(symbol, -1L))
                    .ifPresent(changed::add);
        }
        if (!closed.isEmpty() || !open.isEmpty() || !changed.isEmpty()) {
            archive.keep(new BarArchive.Batch(closed, open, changed));
        }
        marks.putAll(read);
        changed.forEach(quote -> keptQuotes.put(quote.symbol(), quote.seq()));
        if (next < symbols.size()) {
            return false;
        }
        next = 0;
        return true;
    }

    private void keepTheRest() {
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        try {
            // A round that had begun may have passed symbols that changed since.
            next = 0;
            boolean all = keepSome();
            while (!all && System.nanoTime() - deadline < 0) {
                all = keepSome();
            }
            if (!all) {
                log.warn("There was no time to keep all bars; those of some symbols are lost");
            }
        } catch (IOException | RuntimeException e) {
            log.error("The newest bars and prices could not be kept", e);
        }
    }

    /** Keeps what is left, and closes the archive. To be called when the history does not change any more. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            if (thread.join(LONGEST_STOP)) {
                archive.close();
            } else {
                log.error("Bars and prices could not be kept in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
