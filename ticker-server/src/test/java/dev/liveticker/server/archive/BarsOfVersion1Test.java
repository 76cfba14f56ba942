package dev.liveticker.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.data.DataDirectory;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as the first version wrote it. It never changes: every later version has to read it. */
class BarsOfVersion1Test {

    private static final Symbol AAPL = new Symbol("AAPL");
    private static final long START = 1_772_445_600_000_000L;

    @Test
    void all_of_it_is_read(@TempDir Path directory) throws Exception {
        try (InputStream fixture = BarsOfVersion1Test.class.getResourceAsStream("bars-version-1.sqlite")) {
            Files.copy(fixture, directory.resolve(SqliteBarArchive.FILE));
        }
        try (DataDirectory taken = DataDirectory.take(directory);
                SqliteBarArchive archive = SqliteBarArchive.open(taken, InstantSource.system())) {
            assertThat(archive.market()).isEqualTo("SIMULATED");
            assertThat(archive.before(AAPL, Interval.ONE_MINUTE, 0, Long.MAX_VALUE, 10))
                    .containsExactly(bar(START, "189.25", "189.31", "189.20", "189.30", "12005.0", 42, true));
            assertThat(archive.earlier().get(AAPL).openMinute())
                    .contains(bar(START + 60_000_000, "189.30", "189.30", "189.30", "189.30", "100", 1, false));
            assertThat(archive.quotes().get(AAPL)).satisfies(quote -> {
                assertThat(quote.last()).isEqualTo(new BigDecimal("189.30"));
                assertThat(quote.previousClose()).isEqualTo(new BigDecimal("188.46"));
                assertThat(quote.status()).isEqualTo(TradingStatus.OPEN);
            });
        }
    }

    private static Bar bar(
            long start, String open, String high, String low, String close, String volume, int trades, boolean closed) {
        return new Bar(
                AAPL,
                0,
                Interval.ONE_MINUTE,
                start,
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                new BigDecimal(volume),
                trades,
                closed);
    }
}
