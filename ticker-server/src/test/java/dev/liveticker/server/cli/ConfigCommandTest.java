package dev.liveticker.server.cli;

import static dev.liveticker.server.cli.CommandProcess.address;
import static dev.liveticker.server.cli.CommandProcess.get;
import static dev.liveticker.server.cli.CommandProcess.start;
import static dev.liveticker.server.cli.CommandProcess.stop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.cli.CommandProcess.Ended;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options in a file, as the server takes them and as {@code check-config} judges them. */
class ConfigCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Commands.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("server.toml"), text.replace("DIR", folder.toString()))
                .toString();
    }

    @Test
    void a_server_does_as_the_file_says_and_the_command_line_wins() throws Exception {
        String file = file("""
                        port = 1
                        symbols = ["AAPL", "MSFT"]
                        seed = 7
                        log-file = "DIR/server.log"
                        log-level = "info"
                        """);
        Process process = start("--config", file, "--port=0");
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = address(process);
            assertThat(get(client, address.resolve("/v1/updates?symbols=AAPL"))).contains("AAPL");
            assertThat(get(client, address.resolve("/v1/instruments")))
                    .contains("AAPL", "MSFT")
                    .doesNotContain("BTC-USD");
            assertThat(stop(process)).isEqualTo(new Ended(0, List.of(), List.of()));
        } finally {
            process.destroyForcibly();
        }
        assertThat(folder.resolve("server.log"))
                .content()
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT\\S+ INFO .*connection - opened");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "port = 70000 | --port must be from 0 to 65535, not 70000 (port is set in FILE, line 1)",
                "speed = \"fast\" | (speed is set in FILE, line 1)",
                "host = \"0.0.0.0\" | --allow-insecure listens all the same) (host is set in FILE, line 1)",
                "auth-secret-file = \"/no/such\" | no file /no/such (auth-secret-file is set in FILE, line 1)",
                "auth-query-token = true | no key is named to check tokens with",
                "tls-cert = \"/no/such\" | --tls-cert needs --tls-key (tls-cert is set in FILE, line 1)",
                "log-level = \"loud\" | none of error, warn, info, debug and trace (log-level is set in FILE, line 1)",
                "synthetic = 0 | --synthetic must be from 1 to",
                "prot = 1 | FILE, line 1: there is no setting 'prot'",
                "port = | FILE, line 1: not as TOML has it:",
            })
    void what_would_not_start_is_told_with_its_place_by_both(String text, String told) throws IOException {
        String file = file(text);

        assertThat(run("--config", file)).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("ticker-server: ")
                .contains(told.replace("FILE", file))
                .doesNotContain("Exception");
        err.getBuffer().setLength(0);
        assertThat(run("check-config", file)).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains(told.replace("FILE", file))
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void every_mistake_is_told_at_once_and_each_with_its_line() throws IOException {
        String file = file("""
                        port = 70000
                        log-level = "loud"
                        heartbeat = 0
                        auth-secret-file = "/no/such"
                        max-connections = 0
                        messages-per-second = 0
                        keep-bars = { 1m = "1d" }
                        replay = "DIR/none.ltr"
                        log-file = "DIR/no/such.log"
                        cluster-name = "eu"
                        """);
        assertThat(run("check-config", file)).isEqualTo(1);
        assertThat(err.toString().lines())
                .allSatisfy(
                        line -> assertThat(line).startsWith("ticker-server: ").doesNotContain("Exception"))
                .extracting(line -> line.substring(line.lastIndexOf(file)))
                .containsExactlyInAnyOrder(Stream.of(1, 2, 3, 4, 6, 7, 8, 9, 10)
                        .map(number -> file + ", line " + number + ")")
                        .toArray(String[]::new));
        assertThat(err.toString()).contains("max-connections is set in " + file + ", line 5;");
    }

    @Test
    void a_recording_that_is_to_be_played_is_looked_at() throws Exception {
        Files.writeString(folder.resolve("bad.ltr"), "no recording");
        Files.writeString(folder.resolve("t.csv"), "time,symbol,price,size\n1772807400,MINE,10.5,100\n");
        assertThat(run("check-config", file("replay = \"DIR/bad.ltr\"\n"))).isEqualTo(1);
        assertThat(err.toString()).contains("bad.ltr: it is no recording", "line 1");
        err.getBuffer().setLength(0);
        assertThat(run("check-config", file("replay = \"DIR/t.csv\"\nsymbols = [\"NONE\"]\n")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("not in the recording t.csv: NONE");
        err.getBuffer().setLength(0);
        assertThat(run("check-config", file("record = \"DIR/t.csv\"\n"))).isEqualTo(1);
        assertThat(err.toString()).contains("--record: there is a file", "already", "line 1");
        assertThat(run("check-config", file("replay = \"DIR/t.csv\"\nrecord = \"DIR/new.ltr\"\n")))
                .isZero();
        assertThat(folder.resolve("new.ltr")).doesNotExist();
    }

    @Test
    void options_contradict_each_other_wherever_they_are_said() throws IOException {
        String file = file("seed = 7\ncluster = \"redis://127.0.0.1:1\"\n\nspeed = 2\n");

        assertThat(run("check-config", file)).isEqualTo(1);
        assertThat(err.toString()).contains("--cluster and --speed contradict each other", "line 4");
        err.getBuffer().setLength(0);
        assertThat(run("--config", file("speed = 2\n"), "--replay", "day.ltr", "--seed", "3"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--replay and --seed contradict each other")
                .doesNotContain("line");
    }

    @Test
    void two_keys_to_check_tokens_with_exclude_each_other() throws IOException {
        assertThat(run("check-config", file("auth-secret-file = \"a\"\nauth-jwks = \"b\"\n")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("mutually exclusive", "line 1", "line 2");
    }

    @Test
    void a_flag_of_the_file_can_be_taken_back() throws IOException {
        String file = file("sessions = true\nfaults = true\nhost = \"0.0.0.0\"\nallow-insecure = true\n");

        assertThat(run("check-config", file)).isZero();
        assertThat(err.toString()).contains("warning: listening on 0.0.0.0");
        assertThat(run("--config", file, "--allow-insecure=false")).isEqualTo(2);
        assertThat(err.toString()).contains("--allow-insecure listens all the same");
    }

    @Test
    void a_right_file_is_said_to_be_right() throws IOException {
        Files.writeString(folder.resolve("secret"), "0123456789".repeat(4));
        Files.setPosixFilePermissions(folder.resolve("secret"), PosixFilePermissions.fromString("rw-r--r--"));
        String file = file("auth-secret-file = \"DIR/secret\"\nkeep-bars = { 1m = \"7d\" }\n");

        assertThat(run("check-config", file)).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines(file + " is right: it sets 2 options");
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("warning: " + file + ", line 1: every user");
    }

    @Test
    void a_certificate_that_cannot_be_used_is_found_before_a_start() throws IOException {
        Files.writeString(folder.resolve("cert.pem"), "no certificate");
        String file = file("tls-cert = \"DIR/cert.pem\"\ntls-key = \"DIR/cert.pem\"\n");

        assertThat(run("check-config", file)).isEqualTo(1);
        assertThat(err.toString()).contains("cert.pem", "line 1");
    }

    @Test
    void what_is_not_there_and_what_is_unknown_ends_in_a_sentence() {
        assertThat(run("check-config", folder + "/none.toml")).isEqualTo(1);
        assertThat(run("--config", folder + "/none.toml")).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .isEqualTo(List.of(
                        "ticker-server: " + folder + "/none.toml: there is no such file",
                        "ticker-server: " + folder + "/none.toml: there is no such file"));
    }

    @Test
    void help_and_version_need_no_file() {
        assertThat(run("--config", "/no/such", "--version")).isZero();
        assertThat(run("--config", "/no/such", "--help")).isZero();
        assertThat(out.toString())
                .contains("Live Ticker server", "check-config")
                .doesNotContain("manual");
    }

    @Test
    void a_log_that_cannot_be_written_is_told_at_once() throws IOException {
        assertThat(run("--config", file("port = 0\nlog-file = \"DIR/no/such.log\"\n")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--log-file: there is no directory for", "line 2");
    }
}
