package dev.liveticker.server.archive;

import static dev.liveticker.server.archive.Bars.A;
import static dev.liveticker.server.archive.Bars.MINUTE;
import static dev.liveticker.server.archive.Bars.NOON;
import static dev.liveticker.server.archive.Bars.bar;
import static dev.liveticker.server.archive.Bars.minutes;
import static dev.liveticker.server.archive.Bars.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.server.archive.BarArchive.Batch;
import dev.liveticker.server.data.DataDirectory;
import dev.liveticker.server.history.EarlierBars;
import dev.liveticker.server.history.MarketHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastBarsTest {

    private static final Interval MINUTES = Interval.ONE_MINUTE;

    @TempDir
    private Path directory;

    private DataDirectory taken;
    private SqliteBarArchive archive;
    private final MarketHistory memory = new MarketHistory(Bars.INSTRUMENTS);

    /** A hundred minutes from an earlier run, and then forty of this one. */
    @BeforeEach
    void fill() throws IOException {
        taken = DataDirectory.take(directory);
        archive = SqliteBarArchive.open(taken, InstantSource.system());
        archive.turnTo("TEST");
        List<Bar> closed = new ArrayList<>(minutes(A, 0, 100));
        closed.add(bar(A, Interval.FIVE_MINUTES, NOON + 95 * MINUTE, "1"));
        archive.keep(new Batch(closed, List.of(), List.of()));
        memory.resume(A, archive.earlier().getOrDefault(A, EarlierBars.NONE));
        for (int i = 100; i < 140; i++) {
            trade(memory, A, NOON + i * MINUTE, "7");
        }
        // Some of it is kept already.
        archive.keep(
                new Batch(memory.bars(A, MINUTES, NOON + 100 * MINUTE, NOON + 120 * MINUTE, 99), List.of(), List.of()));
    }

    @AfterEach
    void close() {
        archive.close();
        taken.close();
    }

    private static List<Integer> numbers(List<Bar> bars) {
        return bars.stream().map(bar -> (int) ((bar.start() - NOON) / MINUTE)).toList();
    }

    @Test
    void every_bar_is_met_once_on_the_way_back_while_new_ones_close() throws IOException {
        PastBars past = new PastBars(memory, archive);
        for (int limit : new int[] {1, 7, 39, 40, 41, 139, 140, 500}) {
            List<Integer> met = new ArrayList<>();
            long before = Long.MAX_VALUE;
            int newest = (int) ((memory.open(A, MINUTES).orElseThrow().start() - NOON) / MINUTE);
            int next = newest;
            BarPage page;
            do {
                page = past.page(A, MINUTES, 0, before, limit);
                assertThat(page.bars()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
                met.addAll(0, numbers(page.bars()));
                before = page.bars().getFirst().start();
                next++;
                trade(memory, A, NOON + next * MINUTE, "8");
            } while (page.more());
            assertThat(met)
                    .hasSize(newest + 1)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .startsWith(0);
        }
    }

    @Test
    void the_earliest_asked_for_ends_the_way_back() throws IOException {
        PastBars past = new PastBars(memory, archive);
        BarPage page = past.page(A, MINUTES, NOON + 90 * MINUTE, NOON + 110 * MINUTE, 20);
        assertThat(numbers(page.bars())).hasSize(20).startsWith(90).endsWith(109);
        assertThat(page.more()).isFalse();
        assertThat(past.page(A, MINUTES, NOON + 89 * MINUTE, NOON + 110 * MINUTE, 20)
                        .more())
                .isTrue();
        assertThat(past.page(A, MINUTES, NOON + 500 * MINUTE, Long.MAX_VALUE, 20)
                        .bars())
                .isEmpty();
    }

    @Test
    void what_memory_holds_needs_no_disk_and_what_it_does_not_is_never_made_to_look_absent() throws IOException {
        PastBars past = new PastBars(memory, archive);
        archive.close();
        assertThat(past.page(A, MINUTES, 0, Long.MAX_VALUE, 5).bars()).hasSize(5);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> past.page(A, MINUTES, 0, Long.MAX_VALUE, 500));
    }

    @Test
    void without_an_archive_memory_is_all_there_is() throws IOException {
        BarPage page = new PastBars(memory, BarArchive.none()).page(A, MINUTES, 0, Long.MAX_VALUE, 500);
        assertThat(numbers(page.bars())).startsWith(99).endsWith(139);
        assertThat(page.more()).isFalse();
    }
}
