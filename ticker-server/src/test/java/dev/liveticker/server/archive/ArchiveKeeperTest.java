package dev.liveticker.server.archive;

import static dev.liveticker.server.archive.Bars.A;
import static dev.liveticker.server.archive.Bars.B;
import static dev.liveticker.server.archive.Bars.MINUTE;
import static dev.liveticker.server.archive.Bars.NOON;
import static dev.liveticker.server.archive.Bars.minutes;
import static dev.liveticker.server.archive.Bars.quote;
import static dev.liveticker.server.archive.Bars.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.data.DataDirectory;
import dev.liveticker.server.history.Bookmark;
import dev.liveticker.server.history.EarlierBars;
import dev.liveticker.server.history.MarketHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveKeeperTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-05T13:00:00Z"));

    @TempDir
    private Path directory;

    private DataDirectory taken;
    private final MarketHistory history = new MarketHistory(Bars.INSTRUMENTS);
    private final Map<Symbol, Quote> quotes = new HashMap<>();

    @BeforeEach
    void take() throws IOException {
        taken = DataDirectory.take(directory);
    }

    @AfterEach
    void letGo() {
        taken.close();
    }

    private ArchiveKeeper keeper(BarArchive archive, Map<Symbol, Bookmark> marks) {
        return new ArchiveKeeper(
                history,
                List.of(A, B),
                symbol -> Optional.ofNullable(quotes.get(symbol)),
                marks,
                archive,
                Retention.usual(),
                CLOCK);
    }

    private static List<Bar> all(BarArchive archive, Symbol symbol) throws IOException {
        return archive.before(symbol, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 10_000);
    }

    /** Writes down what it is given, unless its disk is full. */
    private static final class Ledger implements BarArchive {
        private final List<Batch> kept = new ArrayList<>();
        private boolean full;
        private int tries;

        @Override
        public void keep(Batch batch) throws IOException {
            tries++;
            if (full) {
                throw new IOException("the disk is full");
            }
            kept.add(batch);
        }

        List<Bar> closed() {
            return kept.stream().flatMap(batch -> batch.closed().stream()).toList();
        }

        @Override
        public boolean durable() {
            return true;
        }

        @Override
        public String market() {
            return "";
        }

        @Override
        public void turnTo(String market) {}

        @Override
        public Map<Symbol, Quote> quotes() {
            return Map.of();
        }

        @Override
        public long end() {
            return Long.MIN_VALUE;
        }

        @Override
        public Map<Symbol, EarlierBars> earlier() {
            return Map.of();
        }

        @Override
        public List<Bar> before(Symbol symbol, Interval interval, long from, long to, int limit) {
            return List.of();
        }

        @Override
        public void prune(Retention retention, long now) {}

        @Override
        public void close() {}
    }

    @Test
    void only_what_is_new_is_kept() {
        Ledger ledger = new Ledger();
        ArchiveKeeper keeper = keeper(ledger, Map.of());
        history.load(A, minutes(A, 0, 3));
        quotes.put(A, quote(A, "5").numbered(1));
        keeper.turn();
        assertThat(ledger.closed()).extracting(Bar::start).contains(NOON, NOON + MINUTE, NOON + 2 * MINUTE);
        assertThat(ledger.kept.getFirst().quotes()).containsExactly(quotes.get(A));

        keeper.turn();
        assertThat(ledger.kept).as("nothing happened").hasSize(1);

        trade(history, A, NOON + 4 * MINUTE, "7");
        keeper.turn();
        assertThat(ledger.kept).hasSize(2);
        assertThat(ledger.kept.getLast().closed()).isEmpty();
        assertThat(ledger.kept.getLast().openMinutes())
                .singleElement()
                .isEqualTo(history.open(A, Interval.ONE_MINUTE).orElseThrow());
        assertThat(ledger.kept.getLast().quotes()).isEmpty();
    }

    @Test
    void what_the_archive_has_already_is_not_given_to_it_again() {
        Ledger ledger = new Ledger();
        history.load(A, minutes(A, 0, 3));
        Map<Symbol, Bookmark> marks = Map.of(A, Bookmark.at(Map.of(Interval.ONE_MINUTE, NOON + MINUTE)));
        keeper(ledger, marks).turn();
        assertThat(ledger.closed()).extracting(Bar::start).containsExactly(NOON + 2 * MINUTE);
    }

    @Test
    void a_full_disk_loses_nothing_that_is_still_in_memory() {
        Ledger ledger = new Ledger();
        ArchiveKeeper keeper = keeper(ledger, Map.of());
        ledger.full = true;
        for (int i = 0; i < 20; i++) {
            trade(history, A, NOON + i * MINUTE, "7");
            Duration pause = keeper.turn();
            assertThat(pause).as("it does not hammer").isGreaterThan(Duration.ofSeconds(1));
        }
        assertThat(ledger.tries).isEqualTo(20);
        ledger.full = false;
        keeper.turn();
        assertThat(ledger.closed().stream()
                        .filter(bar -> bar.interval() == Interval.ONE_MINUTE)
                        .map(Bar::start))
                .hasSize(19)
                .isSorted();
    }

    @Test
    void a_large_backlog_is_kept_in_parts_and_a_symbol_as_a_whole() {
        Ledger ledger = new Ledger();
        ArchiveKeeper keeper = keeper(ledger, Map.of());
        for (int i = 0; i < 9_000; i++) {
            trade(history, A, NOON + i * MINUTE, "7");
            trade(history, B, NOON + i * MINUTE, "7");
        }
        Duration first = keeper.turn();
        keeper.turn();
        keeper.turn();
        assertThat(ledger.kept).hasSizeBetween(1, 2);
        for (Symbol symbol : List.of(A, B)) {
            assertThat(ledger.kept)
                    .as("%s after %s", symbol, first)
                    .filteredOn(batch ->
                            batch.closed().stream().anyMatch(bar -> bar.symbol().equals(symbol)))
                    .hasSize(1);
        }
    }

    @Test
    void closing_it_keeps_what_is_left_and_a_history_goes_on_from_there() throws IOException {
        SqliteBarArchive archive = SqliteBarArchive.open(taken, CLOCK);
        archive.turnTo("TEST");
        ArchiveKeeper keeper = keeper(archive, Map.of());
        keeper.start();
        for (int i = 0; i < 7; i++) {
            trade(history, A, NOON + i * MINUTE, "10." + i);
        }
        await().until(() -> all(archive, A).size() == 6);
        trade(history, A, NOON + 7 * MINUTE, "11");
        trade(history, B, NOON + 7 * MINUTE, "12");
        keeper.close();

        try (SqliteBarArchive again = SqliteBarArchive.open(taken, CLOCK)) {
            assertThat(all(again, A))
                    .isEqualTo(history.bars(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 99).stream()
                            .filter(Bar::closed)
                            .toList());
            MarketHistory next = new MarketHistory(Bars.INSTRUMENTS);
            next.resume(A, again.earlier().getOrDefault(A, EarlierBars.NONE));
            next.resume(B, again.earlier().getOrDefault(B, EarlierBars.NONE));
            for (Interval interval : Interval.values()) {
                assertThat(next.open(A, interval)).isEqualTo(history.open(A, interval));
                assertThat(next.open(B, interval)).isEqualTo(history.open(B, interval));
            }
        }
    }
}
