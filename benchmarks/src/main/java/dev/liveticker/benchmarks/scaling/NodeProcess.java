package dev.liveticker.benchmarks.scaling;

import dev.liveticker.benchmarks.Workbench;
import dev.liveticker.benchmarks.load.ServerProcess;
import dev.liveticker.benchmarks.peer.NodeUnderTest;
import dev.liveticker.benchmarks.peer.ServerUnderTest;
import dev.liveticker.server.cli.Main;
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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own, driven as {@link dev.liveticker.benchmarks.peer.Reins} says. */
public final class NodeProcess implements AutoCloseable {

    private static final String LISTENING = "listening ";
    private static final String ADDRESS = "on ";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(20);

    /** The hub's thread, of which each server has one. */
    private static final String HUB = "hub";

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

    /** A server on its own with the synthetic market, once it takes clients. */
    static NodeProcess alone(int symbols) throws IOException {
        return start(ServerUnderTest.class, Integer.toString(symbols));
    }

    /** A node with the synthetic market, once it takes clients. */
    static NodeProcess synthetic(int symbols, RedisProcess redis, String cluster) throws IOException {
        return start(
                NodeUnderTest.class, Integer.toString(symbols), redis.address().toString(), cluster);
    }

    /**
     * A node as anyone starts it, with the simulated market, once it takes clients; it takes no orders.
     *
     * @param more options of the command
     */
    public static NodeProcess ofCommand(RedisProcess redis, String cluster, String... more) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("--port", "0", "--cluster", redis.address().toString(), "--cluster-name", cluster));
        options.addAll(List.of(more));
        return start(Main.class, options.toArray(String[]::new));
    }

    private static NodeProcess start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Workbench.java(main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Workbench.complaints("node").toFile()))
                .start();
        try {
            NodeProcess node = new NodeProcess(process, addressOf(process));
            Patience.until(START, "a node that is ready", () -> node.readiness().isPresent());
            return node;
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException("a node did not start; see " + Workbench.complaints("node"), e);
        }
    }

    private static URI addressOf(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.toLowerCase(Locale.ROOT).startsWith(LISTENING)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("it ended without a word of where it listens");
        }
        String where = line.substring(LISTENING.length());
        return URI.create(where.startsWith(ADDRESS) ? where.substring(ADDRESS.length()) : "http://127.0.0.1:" + where);
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** Quotes a second from now on, or from when it runs the market. */
    void rate(int perSecond) {
        orders.println("rate " + perSecond);
    }

    /** Processor time it has had. */
    Cost used() throws IOException {
        ServerProcess server = new ServerProcess(process.pid());
        return new Cost(server.cpuSeconds(), server.threadSeconds(HUB));
    }

    /** The last entry of the log that it has; 0 for a server on its own. Asked again while it is too busy to say. */
    long index() throws IOException {
        AtomicReference<@Nullable JsonNode> said = new AtomicReference<>();
        Patience.until(START, "a node's answer", () -> {
            said.set(readiness().orElse(null));
            return said.get() != null;
        });
        JsonNode answer = said.get();
        return answer == null ? 0 : answer.path("index").asLong(0);
    }

    public boolean leads() {
        return readiness()
                .map(said -> said.path("role").asString("").equals("leading"))
                .orElse(false);
    }

    /** What {@code /readyz} says while it is ready; empty if it is not, or says nothing in time. */
    public Optional<JsonNode> readiness() {
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

    /** SIGKILL: nothing in it learns of its end. Returns when it is dead. */
    public void kill() throws IOException {
        process.destroyForcibly();
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("a node that was killed does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** SIGSTOP: as a machine that stalls, until it is {@link #wake woken}. */
    public void pause() throws IOException {
        Signal.STOP.sendTo(process.toHandle());
    }

    /** SIGCONT. */
    public void wake() throws IOException {
        Signal.CONT.sendTo(process.toHandle());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
