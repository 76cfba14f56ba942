package dev.liveticker.benchmarks.scaling;

import dev.liveticker.benchmarks.Workbench;
import dev.liveticker.benchmarks.load.ServerProcess;
import dev.liveticker.benchmarks.peer.NodeUnderTest;
import dev.liveticker.benchmarks.peer.ServerUnderTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own, driven as {@link dev.liveticker.benchmarks.peer.Reins} says. */
final class NodeProcess implements AutoCloseable {

    private static final String LISTENING = "listening ";
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Process process;
    private final PrintWriter orders;
    private final URI address;

    private NodeProcess(Process process, URI address) {
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII), true);
        this.address = address;
    }

    /**
     * Starts one and waits until it takes clients.
     *
     * @param redis absent for a server on its own
     */
    static NodeProcess start(int symbols, @Nullable URI redis, String cluster) throws IOException {
        List<String> command = new ArrayList<>(
                Workbench.java(redis == null ? ServerUnderTest.class.getName() : NodeUnderTest.class.getName()));
        command.add(Integer.toString(symbols));
        if (redis != null) {
            command.addAll(List.of(redis.toString(), cluster));
        }
        Process process = new ProcessBuilder(command)
                .redirectError(Workbench.complaints("node").toFile())
                .start();
        try {
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            String line = lines.readLine();
            while (line != null && !line.startsWith(LISTENING)) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IOException("a node did not start; see " + Workbench.complaints("node"));
            }
            NodeProcess node =
                    new NodeProcess(process, URI.create("http://127.0.0.1:" + line.substring(LISTENING.length())));
            Patience.until(START, () -> node.readiness().isPresent());
            return node;
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Quotes a second from now on, or from when it runs the market. */
    void rate(int perSecond) {
        orders.println("rate " + perSecond);
    }

    double cpuSeconds() throws IOException {
        return new ServerProcess(process.pid()).cpuSeconds();
    }

    /** The last entry of the log that it has; 0 for a server on its own. Asked again while it is too busy to say. */
    long index() throws IOException {
        AtomicReference<@Nullable JsonNode> said = new AtomicReference<>();
        Patience.until(START, () -> {
            said.set(readiness().orElse(null));
            return said.get() != null;
        });
        JsonNode answer = said.get();
        return answer == null ? 0 : answer.path("index").asLong(0);
    }

    boolean leads() {
        return readiness()
                .map(said -> said.path("role").asString("").equals("leading"))
                .orElse(false);
    }

    private Optional<JsonNode> readiness() {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address.resolve("/readyz"))
                            .timeout(ANSWER)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(JsonMapper.shared().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
