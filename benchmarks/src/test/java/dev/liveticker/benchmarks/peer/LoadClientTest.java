package dev.liveticker.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.benchmarks.load.LoadClient;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.hub.HubSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The load client against the project's own server, in this process. */
class LoadClientTest {

    private static final int QUOTES_PER_SECOND = 200;

    private static TickerServer server;

    @BeforeAll
    static void start() throws IOException {
        SyntheticSource market = new SyntheticSource(100);
        server = TickerServer.start(ServerOptions.embedded(), HubSettings.defaults("test", true), market);
        market.rate(QUOTES_PER_SECOND);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void counts_what_websocket_clients_are_sent_and_says_so_in_one_line() {
        JsonNode result = load("--transport", "ws", "--connections", "10");

        assertThat(result.propertyNames())
                .contains("workload", "transport", "connections", "seconds", "delivered", "deliveredPerSecond")
                .contains("bytesPerSecond", "p50Millis", "p99Millis", "p999Millis", "maxMillis", "serverCpuSeconds")
                .contains("cpuMicrosPerMessage", "serverRssKb", "rssPerConnectionKb", "disconnects", "errors");
        assertThat(result.path("connections").asInt()).isEqualTo(10);
        assertThat(result.path("errors").asInt() + result.path("disconnects").asInt())
                .isZero();
        assertThat(result.path("delivered").asLong()).isPositive();
        assertThat(result.path("maxMillis").asDouble()).isPositive();
    }

    @Test
    void counts_what_event_streams_are_sent() {
        JsonNode result = load("--transport", "sse", "--connections", "5", "--distinct", "20/100", "--max-rate", "5,0");

        assertThat(result.path("workload").asString()).isEqualTo("distinct");
        assertThat(result.path("connections").asInt()).isEqualTo(5);
        assertThat(result.path("delivered").asLong()).isPositive();
    }

    @Test
    void inflates_what_is_compressed_to_count_it() {
        JsonNode result = load("--deflate", "--connections", "3", "--same", "100");

        assertThat(result.path("estimated").asBoolean()).isTrue();
        assertThat(result.path("delivered").asLong()).isPositive();
        assertThat(result.path("disconnects").asInt()).isZero();
    }

    @Test
    void connections_that_only_count_bytes_are_reckoned_from_those_that_count_messages() {
        JsonNode result = load("--connections", "10", "--count-every", "5");

        assertThat(result.path("estimated").asBoolean()).isTrue();
        assertThat(result.path("delivered").asLong()).isPositive();
        assertThat(result.path("bytesPerSecond").asDouble()
                        / result.path("deliveredPerSecond").asDouble())
                .isBetween(100.0, 160.0);
    }

    @Test
    void a_stalled_connection_is_not_lost() {
        JsonNode result = load("--connections", "4", "--stall", "1");

        assertThat(result.path("connections").asInt()).isEqualTo(4);
        assertThat(result.path("delivered").asLong()).isPositive();
    }

    @Test
    void idle_connections_are_held_and_sent_no_quotes() {
        JsonNode result = load("--connections", "20", "--idle");

        assertThat(result.path("connections").asInt()).isEqualTo(20);
        assertThat(result.path("delivered").asLong()).isZero();
        assertThat(result.path("cpuMicrosPerMessage").asDouble()).isEqualTo(-1);
    }

    private static JsonNode load(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--url", server.address().toString()));
        arguments.addAll(
                List.of("--server-pid", Long.toString(ProcessHandle.current().pid())));
        arguments.addAll(List.of("--warmup", "0.2", "--seconds", "0.8"));
        StringWriter out = new StringWriter();
        int code = new CommandLine(new LoadClient())
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(code).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        return JsonMapper.shared().readTree(out.toString());
    }
}
