package dev.liveticker.server.archive;

import static dev.liveticker.server.archive.Bars.A;
import static dev.liveticker.server.archive.Bars.B;
import static dev.liveticker.server.archive.Bars.MINUTE;
import static dev.liveticker.server.archive.Bars.NOON;
import static dev.liveticker.server.archive.Bars.bar;
import static dev.liveticker.server.archive.Bars.minutes;
import static dev.liveticker.server.archive.Bars.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Interval;
import dev.liveticker.server.archive.BarArchive.Batch;
import dev.liveticker.server.data.DataDirectory;
import dev.liveticker.server.history.EarlierBars;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBarArchiveTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final String MARKET = "SIMULATED";

    @TempDir
    private Path directory;

    private DataDirectory taken;

    @BeforeEach
    void take() throws IOException {
        taken = DataDirectory.take(directory);
    }

    @AfterEach
    void letGo() {
        taken.close();
    }

    private SqliteBarArchive open() throws IOException {
        return SqliteBarArchive.open(taken, CLOCK);
    }

    private SqliteBarArchive openOf(String market) throws IOException {
        SqliteBarArchive archive = open();
        archive.turnTo(market);
        return archive;
    }

    private static Batch closed(List<Bar> bars) {
        return new Batch(bars, List.of(), List.of());
    }

    @Test
    void what_was_kept_is_there_after_opening_again_to_the_last_decimal() throws IOException {
        Bar odd = new Bar(
                B,
                0,
                Interval.ONE_HOUR,
                NOON,
                new BigDecimal("0.00000001"),
                new BigDecimal("92233720368.54775807"),
                new BigDecimal("-1.50000000"),
                new BigDecimal("1.00000000"),
                new BigDecimal("1000000"),
                Integer.MAX_VALUE,
                true);
        Quote quote = quote(A, "189.2500");
        try (SqliteBarArchive archive = openOf(MARKET)) {
            archive.keep(new Batch(List.of(odd), minutes(A, 0, 1), List.of(quote(A, "1"), quote)));
            assertThat(archive.durable()).isTrue();
        }
        try (SqliteBarArchive archive = open()) {
            assertThat(archive.market()).isEqualTo(MARKET);
            assertThat(archive.before(B, Interval.ONE_HOUR, 0, Long.MAX_VALUE, 5))
                    .containsExactly(odd);
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 5))
                    .as("an open minute is none of the past")
                    .isEmpty();
            assertThat(archive.earlier()
                            .getOrDefault(A, EarlierBars.NONE)
                            .openMinute()
                            .map(Bar::close))
                    .hasValue(new BigDecimal("10.10"));
            assertThat(archive.quotes()).isEqualTo(Map.of(A, quote));
            assertThat(archive.end()).isEqualTo(NOON + 60 * MINUTE);
        }
    }

    @Test
    void bars_are_given_by_time_and_number_newest_preferred() throws IOException {
        try (SqliteBarArchive archive = openOf(MARKET)) {
            archive.keep(closed(minutes(A, 0, 50)));
            archive.keep(closed(minutes(B, 0, 5)));
            List<Bar> all = minutes(A, 0, 50);
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 100))
                    .isEqualTo(all);
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 3))
                    .isEqualTo(all.subList(47, 50));
            assertThat(archive.before(A, Interval.ONE_MINUTE, NOON + 10 * MINUTE, NOON + 12 * MINUTE, 9))
                    .isEqualTo(all.subList(10, 12));
            assertThat(archive.before(A, Interval.ONE_MINUTE, NOON + 10 * MINUTE + 1, NOON + 12 * MINUTE + 1, 9))
                    .isEqualTo(all.subList(11, 13));
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 0))
                    .isEmpty();
            assertThat(archive.before(A, Interval.ONE_DAY, 0, Long.MAX_VALUE, 9))
                    .isEmpty();
        }
    }

    @Test
    void a_closed_bar_stays_as_it_was_first_kept() throws IOException {
        try (SqliteBarArchive archive = openOf(MARKET)) {
            archive.keep(closed(List.of(bar(A, Interval.ONE_MINUTE, NOON, "10"))));
            archive.keep(closed(List.of(bar(A, Interval.ONE_MINUTE, NOON, "11"))));
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 9))
                    .containsExactly(bar(A, Interval.ONE_MINUTE, NOON, "10"));
        }
    }

    @Test
    void what_it_takes_to_go_on_is_what_follows_the_newest_longer_bar() throws IOException {
        try (SqliteBarArchive archive = openOf(MARKET)) {
            assertThat(archive.earlier().getOrDefault(A, EarlierBars.NONE).isEmpty())
                    .isTrue();
            assertThat(archive.end()).isEqualTo(Long.MIN_VALUE);
            archive.keep(closed(minutes(A, 0, 13)));
            archive.keep(closed(List.of(
                    bar(A, Interval.FIVE_MINUTES, NOON, "1"), bar(A, Interval.FIVE_MINUTES, NOON + 5 * MINUTE, "1"))));
            archive.keep(new Batch(List.of(), List.of(minutes(A, 13, 14).getFirst()), List.of()));
            EarlierBars earlier = archive.earlier().getOrDefault(A, EarlierBars.NONE);
            assertThat(earlier.closed().get(Interval.ONE_MINUTE)).isEqualTo(minutes(A, 10, 13));
            assertThat(earlier.closed().get(Interval.FIVE_MINUTES)).hasSize(2);
            assertThat(earlier.openMinute().map(Bar::start)).hasValue(NOON + 13 * MINUTE);
            assertThat(earlier.openMinute().map(Bar::closed)).hasValue(false);

            archive.keep(closed(minutes(A, 13, 15)));
            archive.keep(closed(List.of(bar(A, Interval.FIVE_MINUTES, NOON + 10 * MINUTE, "1"))));
            earlier = archive.earlier().getOrDefault(A, EarlierBars.NONE);
            assertThat(earlier.closed().get(Interval.ONE_MINUTE))
                    .as("the newest of all, so that it is known not to come again")
                    .isEqualTo(minutes(A, 14, 15));
            assertThat(earlier.openMinute()).as("it was closed since").isEmpty();
        }
    }

    @Test
    void markets_are_kept_apart() throws IOException {
        try (SqliteBarArchive archive = openOf(MARKET)) {
            archive.keep(new Batch(minutes(A, 0, 3), List.of(), List.of(quote(A, "1"))));
            archive.turnTo("COINBASE");
            assertThat(archive.quotes()).isEmpty();
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 9))
                    .isEmpty();
            archive.keep(closed(minutes(A, 5, 6)));
        }
        try (SqliteBarArchive archive = open()) {
            assertThat(archive.market()).isEqualTo("COINBASE");
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 9))
                    .isEqualTo(minutes(A, 5, 6));
            archive.turnTo(MARKET);
            assertThat(archive.quotes()).containsOnlyKeys(A);
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 9))
                    .isEqualTo(minutes(A, 0, 3));
        }
        try (SqliteBarArchive archive = open()) {
            assertThat(archive.market()).isEqualTo(MARKET);
        }
    }

    @Test
    void all_of_a_batch_is_kept_or_nothing() throws IOException {
        Bar tooLarge = new Bar(
                B,
                0,
                Interval.ONE_MINUTE,
                NOON,
                new BigDecimal("1000000000000000000000000000000.5"),
                new BigDecimal("1000000000000000000000000000000.5"),
                new BigDecimal("1000000000000000000000000000000.5"),
                new BigDecimal("1000000000000000000000000000000.5"),
                BigDecimal.ONE,
                1,
                true);
        try (SqliteBarArchive archive = openOf(MARKET)) {
            List<Bar> both = new ArrayList<>(minutes(A, 0, 3));
            both.add(tooLarge);
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> archive.keep(closed(both)));
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 9))
                    .isEmpty();
            archive.keep(closed(minutes(A, 0, 2)));
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 9))
                    .hasSize(2);
        }
    }

    @Test
    void what_is_older_than_it_need_be_goes_in_small_steps() throws IOException {
        Retention retention = Retention.usual()
                .with(Map.of(Interval.ONE_MINUTE, Duration.ofDays(2), Interval.FIVE_MINUTES, Duration.ofDays(3)));
        long now = NOON + Duration.ofDays(2).toNanos() / 1_000 + 501 * MINUTE;
        try (SqliteBarArchive archive = openOf(MARKET)) {
            archive.keep(closed(minutes(A, 0, 600)));
            archive.keep(closed(List.of(bar(A, Interval.FIVE_MINUTES, NOON, "1"))));
            archive.prune(retention, now);
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 999))
                    .hasSize(400);
            for (int i = 0; i < 5; i++) {
                archive.prune(retention, now);
            }
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 999))
                    .isEqualTo(minutes(A, 500, 600));
            assertThat(archive.before(A, Interval.FIVE_MINUTES, 0, Long.MAX_VALUE, 999))
                    .hasSize(1);
        }
    }

    @Test
    void what_is_to_be_kept_for_longer_than_there_is_time_is_kept_for_good() throws IOException {
        try (SqliteBarArchive archive = openOf(MARKET)) {
            archive.keep(closed(minutes(A, 0, 10)));
            long now = NOON + Duration.ofDays(30_000).toNanos() / 1_000;
            for (Duration time : List.of(Duration.ofDays(999_999), Duration.ofSeconds(Long.MAX_VALUE))) {
                archive.prune(Retention.usual().with(Map.of(Interval.ONE_MINUTE, time)), now);
            }
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 99))
                    .hasSize(10);
        }
    }

    @Test
    void every_series_has_its_turn_however_many_there_are() throws IOException {
        try (SqliteBarArchive archive = openOf(MARKET)) {
            List<Bar> many = new ArrayList<>();
            for (int i = 0; i < 130; i++) {
                many.add(bar(dev.liveticker.model.Symbol.of("S" + i), Interval.ONE_MINUTE, NOON, "1"));
            }
            archive.keep(closed(many));
            long now = NOON + Duration.ofDays(31).toNanos() / 1_000;
            for (int i = 0; i < 3; i++) {
                archive.prune(Retention.usual(), now);
            }
            for (Bar bar : many) {
                assertThat(archive.before(bar.symbol(), Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 1))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_damaged_file_is_set_aside_and_a_new_one_begun() throws IOException {
        try (SqliteBarArchive archive = openOf(MARKET)) {
            archive.keep(closed(minutes(A, 0, 3)));
        }
        Path file = directory.resolve(SqliteBarArchive.FILE);
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, 0, 100, (byte) 'x');
        Files.write(file, damaged);
        try (SqliteBarArchive archive = openOf(MARKET)) {
            assertThat(archive.before(A, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 9))
                    .isEmpty();
            archive.keep(closed(minutes(A, 0, 3)));
        }
        assertThat(directory.resolve(SqliteBarArchive.FILE + ".damaged-20260102-030405"))
                .hasBinaryContent(damaged);
    }

    @Test
    void a_quote_that_cannot_be_makes_it_a_damaged_file() throws Exception {
        try (SqliteBarArchive archive = openOf(MARKET)) {
            archive.keep(new Batch(List.of(), List.of(), List.of(quote(A, "1"))));
        }
        sql("UPDATE quote SET last = 'much'");
        try (SqliteBarArchive archive = open()) {
            assertThat(archive.market()).isEmpty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).anyMatch(each -> each.toString().contains("damaged"));
        }
    }

    @Test
    void a_file_of_a_newer_version_is_left_alone() throws Exception {
        open().close();
        sql("PRAGMA user_version = 99");
        assertThatExceptionOfType(IOException.class).isThrownBy(this::open).withMessageContaining("version 99");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(each -> each.toString().contains("damaged"));
        }
    }

    private void sql(String statement) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteBarArchive.FILE));
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
