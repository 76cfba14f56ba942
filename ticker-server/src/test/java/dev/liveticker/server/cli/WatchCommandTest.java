package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Notification;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(180)
class WatchCommandTest {

    private static TickerServer server;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void startServer() throws IOException {
        server = TickerServer.start(ServerOptions.embedded());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "websocket", "sse", "long-polling", "polling"})
    void it_prints_as_many_lines_as_asked_over_every_transport(String transport) {
        assertThat(watch("aapl", "^gspc", "--transport", transport, "--channels", "quotes,trades,bars", "--count", "9"))
                .isZero();
        assertThat(out.toString().lines()).hasSize(9).allMatch(line -> line.contains("AAPL") || line.contains("^GSPC"));
        assertThat(err.toString()).contains("live over").containsOnlyOnce("prices of SIMULATED\n");
    }

    @Test
    void json_lines_are_messages_of_the_protocol() throws Exception {
        assertThat(watch("BTC-USD", "--json", "--binary", "--count", "5")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).contains("\"type\":\"snapshot\"");
        for (String line : lines) {
            assertThat(FrameCodec.of(Encoding.JSON)
                            .decodeServerFrame(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .hasSize(1);
        }
    }

    @Test
    void what_the_server_does_not_know_is_said_once_and_the_rest_is_shown() {
        assertThat(watch("AAPL", "NOPE", "--channels", "quotes,trades", "--count", "2"))
                .isZero();
        assertThat(err.toString()).containsOnlyOnce("NOPE: unknown_symbol");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_notification_is_a_line_too(boolean asJson) throws Exception {
        Notification notification =
                new Notification("n1", "ana", "alert", "x", Symbol.of("AAPL"), "AAPL at 101, above 100", null, 1);
        List<Notification> printed = new ArrayList<>();
        WatchPrinter printer = new WatchPrinter(new PrintWriter(out), new PrintWriter(err), asJson, 1, printed::add);
        printer.onMessages(List.of(notification));
        assertThat(printer.await()).isZero();
        assertThat(out.toString()).contains("AAPL at 101, above 100").contains(asJson ? "\"n1\"" : "ALERT");
        assertThat(printed).containsExactly(notification);
    }

    @Test
    void with_nothing_left_to_watch_it_ends() {
        assertThat(watch("NOPE")).isEqualTo(1);
        assertThat(err.toString()).contains("there is nothing to watch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAPL --transport pigeon",
                "AAPL --channels gossip",
                "AAPL --server ftp://x",
                "AAPL --count 0",
                "a_b",
            })
    void a_bad_option_is_refused(String options) {
        assertThat(watch(options.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    private int watch(String... options) {
        CommandLine line = new CommandLine(new WatchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        boolean named = String.join(" ", options).contains("--server");
        String[] all = java.util.Arrays.copyOf(options, options.length + (named ? 0 : 2));
        if (!named) {
            all[options.length] = "--server";
            all[options.length + 1] = server.address().toString();
        }
        return line.execute(all);
    }
}
