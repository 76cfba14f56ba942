package dev.liveticker.server.cli;

import static dev.liveticker.server.cli.CommandProcess.address;
import static dev.liveticker.server.cli.CommandProcess.get;
import static dev.liveticker.server.cli.CommandProcess.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.server.cli.CommandProcess.Ended;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recording, replaying and importing as people do it, in processes of their own. */
@Timeout(180)
class RecordingCommandsTest {

    private static final String TRADES = """
            time,symbol,price,size
            2026-03-06T14:30:00Z,MINE,10.5,100
            2026-03-06T14:30:01Z,MINE,10.6,50
            """;

    @TempDir
    private Path folder;

    private ProcessBuilder here(String... arguments) {
        return CommandProcess.of(arguments).directory(folder.toFile());
    }

    private Process start(String... arguments) throws IOException {
        return here(arguments).start();
    }

    private Ended run(String... arguments) throws Exception {
        return CommandProcess.run(here(arguments));
    }

    /** For the process of the test, which is elsewhere. */
    private String[] inFolder(String line) {
        String found = Matcher.quoteReplacement(folder + "/") + "$0";
        return Arrays.stream(line.split(" "))
                .map(word -> word.replaceAll("^\\w+\\.(csv|ltr)$", found))
                .toArray(String[]::new);
    }

    @Test
    void a_server_records_while_it_serves_and_what_it_recorded_is_played() throws Exception {
        Process process = start("--port", "0", "--symbols", "BTC-USD", "--record", "live.ltr");
        try {
            address(process);
            Path file = folder.resolve("live.ltr");
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.size(file) > 1_500);
            Ended ended = stop(process);
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.err()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
        Process replay = start("--port", "0", "--replay", "live.ltr", "--speed", "max");
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = address(replay);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> get(client, address.resolve("/v1/quotes?symbols=BTC-USD"))
                            .contains("\"closed\""));
            assertThat(stop(replay).err()).isEmpty();
        } finally {
            replay.destroyForcibly();
        }
    }

    @Test
    void a_csv_file_is_imported_and_then_played_as_it_is_directly() throws Exception {
        Files.writeString(folder.resolve("trades.csv"), TRADES);
        Ended imported = run("import", "--out", "trades.ltr", "trades.csv");
        assertThat(imported.err()).isEmpty();
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("trades\\.ltr: 2 rows of 1 symbols as 2 trades, 2026-03-06T14:30:00Z to"
                                + " 2026-03-06T14:30:01Z, in [0-9]+ bytes"));
        for (String file : List.of("trades.ltr", "trades.csv")) {
            Process replay = start("--port", "0", "--replay", file, "--speed", "max");
            try (HttpClient client = HttpClient.newHttpClient()) {
                URI address = address(replay);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> get(client, address.resolve("/v1/trades?symbol=MINE"))
                                .contains("\"tradeId\":2"));
                assertThat(stop(replay).err()).isEmpty();
            } finally {
                replay.destroyForcibly();
            }
        }
    }

    @Test
    void a_market_is_recorded_without_a_server() throws Exception {
        Ended ended = run("record", "--out", "short.ltr", "--symbols", "BTC-USD,ETH-USD", "--for", "2s");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("short\\.ltr: [0-9,]+ events in [0-9,]+ batches, .*Z to .*Z, in [0-9,]+ bytes"));

        Ended again = run("record", "--out", "short.ltr", "--for", "1s");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .isEqualTo(
                                "ticker-server: there is a file short.ltr already, and a recording overwrites none"));
    }

    @Test
    void the_same_market_is_recorded_in_the_same_bytes_at_any_speed() throws Exception {
        for (String speed : List.of("max", "60")) {
            Ended ended = run(
                    "record",
                    "--out",
                    speed + ".ltr",
                    "--seed",
                    "7",
                    "--start",
                    "2026-03-06T09:30-05:00",
                    "--symbols",
                    "AAPL,BTC-USD,^GSPC",
                    "--speed",
                    speed,
                    "--for",
                    "1m30s");
            assertThat(ended.exitCode()).as("%s", ended.err()).isZero();
        }
        assertThat(folder.resolve("max.ltr")).hasSameBinaryContentAs(folder.resolve("60.ltr"));
        assertThat(Files.size(folder.resolve("max.ltr"))).isGreaterThan(5_000);
    }

    @Test
    void recording_until_stopped_ends_it_properly() throws Exception {
        Process process = start("record", "--out", "stopped.ltr", "--symbols", "BTC-USD");
        try {
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("Recording until stopped");
            Ended ended = stop(process);
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).hasSize(1);
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--replay trades.csv --seed 7, --seed",
        "--replay trades.csv --instruments trades.csv, --instruments",
        "--replay trades.csv --start 2026-03-06T09:30Z, --start",
        "--replay trades.csv --symbols NONE, NONE",
        "--loop, --replay",
        "--replay trades.csv --speed 0, --speed",
        "record --for 1h, --out",
        "record --out a.ltr --for 0s, --for",
        "record --out a.ltr --for soon, soon",
        "record --out a.ltr --replay trades.csv, --replay",
        "import trades.csv, --out",
        "import --out a.ltr, FILE.csv",
        "import --out a.ltr --interval 2m trades.csv, 2m",
        "import --out a.ltr --tick-size 0 trades.csv, tick size"
    })
    void options_that_make_no_sense_end_with_one_line_that_names_them(String line, String named) throws Exception {
        Files.writeString(folder.resolve("trades.csv"), TRADES);
        Ended ended = CommandHere.run(inFolder(line));
        assertThat(ended.err()).hasSize(1);
        assertThat(ended.err().getFirst()).contains(named).doesNotContain("Exception");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(folder.resolve("a.ltr")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--replay none.ltr, there is no file none.ltr",
        "--replay trades.csv --record trades.csv, there is a file trades.csv already",
        "--replay bad.csv, 'bad.csv, line 2, column 3 (price)'",
        "--replay bad.ltr, bad.ltr: it is no recording",
        "import --out a.ltr bad.csv, 'bad.csv, line 2, column 3 (price)'"
    })
    void a_file_that_cannot_be_used_ends_with_one_line_that_says_why(String line, String why) throws Exception {
        Files.writeString(folder.resolve("trades.csv"), TRADES);
        Files.writeString(folder.resolve("bad.csv"), TRADES.replace("10.5", "ten"));
        Files.writeString(folder.resolve("bad.ltr"), TRADES);
        Ended ended = CommandHere.run(inFolder(line));
        assertThat(ended.err()).hasSize(1);
        assertThat(ended.err().getFirst().replace(folder + "/", ""))
                .contains(why)
                .doesNotContain("Exception");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(folder.resolve("a.ltr")).doesNotExist();
    }
}
