package dev.liveticker.server.cli;

import static dev.liveticker.server.cli.CommandProcess.address;
import static dev.liveticker.server.cli.CommandProcess.get;
import static dev.liveticker.server.cli.CommandProcess.run;
import static dev.liveticker.server.cli.CommandProcess.start;
import static dev.liveticker.server.cli.CommandProcess.stop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.cli.CommandProcess.Ended;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process of its own, as people start it. */
class MainTest {

    @Test
    void it_says_where_it_listens_serves_and_leaves_with_a_good_bye_when_told_to() throws Exception {
        Process process = start("--port", "0", "--seed", "7", "--symbols", "aapl,MSFT");
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = address(process);
            assertThat(address.toString()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]*");
            assertThat(get(client, address.resolve("/v1/instruments")))
                    .contains("AAPL", "MSFT")
                    .doesNotContain("BTC-USD");
            CompletableFuture<Integer> closed = new CompletableFuture<>();
            client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws" + address.toString().substring(4) + "/v1/ws"), new Closes(closed))
                    .get(60, TimeUnit.SECONDS);

            Ended ended = stop(process);
            assertThat(closed.get(60, TimeUnit.SECONDS)).isEqualTo(1001);
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private record Closes(CompletableFuture<Integer> code) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            code.complete(statusCode);
            return null;
        }
    }

    @Test
    void it_trades_made_up_stocks_at_another_time() throws Exception {
        Process process =
                start("--port", "0", "--synthetic", "50", "--start", "2001-09-17T09:30-04:00", "--speed", "2");
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = address(process);
            String instruments = get(client, address.resolve("/v1/instruments"));
            String quotes = get(client, address.resolve("/v1/quotes?symbols=*"));

            assertThat(instruments.split("\\.SIM")).hasSize(51);
            // 2001-09-17T13:30Z is the second 1,000,733,400 of the epoch; and the test does not take hours.
            assertThat(quotes).containsPattern("\"time\":10007[345]\\d{10},");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_taken_port_ends_with_one_line_that_says_what_to_do() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Ended ended = CommandHere.run(
                    "--port", String.valueOf(taken.getLocalPort()), "--host", "0.0.0.0", "--allow-insecure");
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).hasSize(2);
            assertThat(ended.err().get(0)).contains("warning").contains("0.0.0.0");
            assertThat(ended.err().get(1))
                    .contains("port " + taken.getLocalPort() + " is taken")
                    .contains("--port");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port=70000, --port",
        "--port=-1, --port",
        "--port=http, --port",
        "--heartbeat=0, --heartbeat",
        "--seed=x, --seed",
        "--symbols=b@d, b@d",
        "--speed=0, --speed",
        "--speed=fast, --speed",
        "--start=yesterday, --start",
        "--synthetic=0, --synthetic",
        "--synthetic=100001, --synthetic",
        "--instruments=no/such.csv, no/such.csv",
        "--instruments=src, src is a directory",
        "--instruments=pom.xml, 'pom.xml, line 1: '",
        "--instruments=pom.xml --synthetic=5, exclude",
        "--synthetic=5 --symbols=AAPL, AAPL",
        "--symbols=AAPL;NOPE1;NOPE2, NOPE1",
        "--host=no.such.host.invalid, no.such.host.invalid",
        "--host=0.0.0.0, --allow-insecure",
        "--auth-secret-file=no/such/file, no/such/file",
        "--auth-public-key=pom.xml, pom.xml",
        "--auth-jwks=pom.xml, pom.xml",
        "--auth-query-token, --auth-query-token",
        "--allow-origin=*, '*'",
        "--trust-proxy=proxy.example, proxy.example",
        "--cluster=http://redis, --cluster",
        "--cluster=redis://redis --speed=2, --speed",
        "--keep-bars=7m=30d, 7m",
        "--keep-bars=1m=often, often",
        "--keep-bars=1m=30d;1h=1d, 1h",
        "--frobnicate, --frobnicate",
        "stray, stray"
    })
    void a_bad_option_ends_with_one_line_that_names_it(String option, String named) throws Exception {
        Ended ended = CommandHere.run(option.replace(';', ',').split(" "));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).hasSize(1);
        assertThat(ended.err().getFirst()).contains(named).doesNotContain("Exception");
    }

    @Test
    void a_file_may_be_called_what_a_command_is_called() throws Exception {
        Ended ended = run("--auth-secret-file", "secret", "--port", "70000");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("--port").doesNotContain("Expected parameter"));
    }

    @Test
    void help_names_every_option() throws Exception {
        Ended ended = run("--help");
        assertThat(ended.exitCode()).isZero();
        assertThat(String.join("\n", ended.out()))
                .contains(
                        "--config",
                        "--port",
                        "--host",
                        "--seed",
                        "--speed",
                        "--start",
                        "--sessions",
                        "--instruments",
                        "--synthetic",
                        "--symbols",
                        "--heartbeat",
                        "--data",
                        "--keep-bars",
                        "--trust-proxy",
                        "--cluster",
                        "--auth-secret-file",
                        "--version",
                        "8080");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void version_tells_what_it_was_built_from_and_what_it_runs_on() throws Exception {
        Ended ended = run("--version");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .satisfiesExactly(
                        version -> assertThat(version).matches("Live Ticker server \\d+\\.\\d+\\.\\d+.*"),
                        build -> assertThat(build).matches("Build ([0-9a-f]{7,}, )?\\d{4}-\\d\\d-\\d\\dT.*"),
                        java -> assertThat(java).contains(String.valueOf(Runtime.version())),
                        system -> assertThat(system).startsWith(System.getProperty("os.name")));
    }
}
