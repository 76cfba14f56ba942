package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.cli.Main;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A node of a cluster in a process of its own, with the real command line. */
final class NodeProcess implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Process process;
    private final URI address;

    private NodeProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one; it has said where it listens, and may have yet to get ready. */
    static NodeProcess start(URI redis, String cluster, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port",
                "0",
                "--symbols",
                "BTC-USD,AAPL,^GSPC",
                "--cluster",
                redis.toString(),
                "--cluster-name",
                cluster));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader().readLine();
        assertThat(line).as("a node's first line").startsWith("Listening on ");
        return new NodeProcess(process, URI.create(line.substring("Listening on ".length())));
    }

    URI address() {
        return address;
    }

    /** What it says of itself; empty if it says nothing within two seconds. */
    Optional<JsonNode> standing() {
        return ask("/readyz").map(answer -> FrameCodec.jsonMapper().readTree(answer.body()));
    }

    boolean is(String role) {
        return standing()
                .map(said -> said.path("role").asString("").equals(role))
                .orElse(false);
    }

    /** Until it is one of these. */
    void awaitRole(String... roles) {
        await("a node that is " + String.join(" or ", roles))
                .atMost(PATIENCE)
                .until(() -> Arrays.stream(roles).anyMatch(this::is));
    }

    /** The newest thousand trades of a symbol as it has them, by their number. */
    SortedMap<Long, JsonNode> trades(Symbol symbol) {
        String target = "/v1/trades?limit=1000&symbol=" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8);
        JsonNode body = ask(target)
                .map(answer -> FrameCodec.jsonMapper().readTree(answer.body()))
                .orElseThrow();
        SortedMap<Long, JsonNode> trades = new TreeMap<>();
        body.path("trades")
                .valueStream()
                .forEach(trade -> trades.put(trade.path("tradeId").asLong(), trade));
        return trades;
    }

    private Optional<HttpResponse<String>> ask(String target) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(target))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** SIGKILL: no hook runs, nobody is told. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** SIGSTOP: as a machine that swaps, or a virtual one that is moved. */
    void pause() throws Exception {
        signal("STOP");
    }

    /** SIGCONT. */
    void wake() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
