package dev.liveticker.benchmarks.scaling;

import dev.liveticker.benchmarks.Workbench;
import dev.liveticker.benchmarks.load.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A redis-server of its own on a free port, which it keeps, without a disk. */
public final class RedisProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    /** Below the ports that Linux hands out to whoever asks for any, so that it is still free for the next start. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;
    private static final int TRIES = 100;

    private final int port;
    private volatile Process process;

    private RedisProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @throws IOException if there is none, or it does not start */
    public static RedisProcess start() throws IOException {
        int port = freePort();
        RedisProcess redis = new RedisProcess(launch(port), port);
        redis.awaitAnswer();
        return redis;
    }

    private static int freePort() throws IOException {
        IOException taken = new IOException("none of a hundred ports is free");
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                taken.addSuppressed(e);
            }
        }
        throw taken;
    }

    private static Process launch(int port) throws IOException {
        return new ProcessBuilder(List.of(
                        "redis-server",
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--client-output-buffer-limit",
                        "pubsub 64mb 16mb 30"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Workbench.complaints("redis").toFile()))
                .start();
    }

    private void awaitAnswer() throws IOException {
        try {
            Patience.until(START, "Redis", this::answers);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Kills it and starts it again on the same port; all it knew is gone. */
    public void restart() throws IOException {
        process.destroyForcibly().onExit().join();
        process = launch(port);
        awaitAnswer();
    }

    /** SIGSTOP: it keeps its connections and says nothing, until it is {@link #wake woken}. */
    public void pause() throws IOException {
        Signal.STOP.sendTo(process.toHandle());
    }

    /** SIGCONT. */
    public void wake() throws IOException {
        Signal.CONT.sendTo(process.toHandle());
    }

    /** Has it close every other connection of that kind, such as {@code normal} or {@code pubsub}. */
    public void killClients(String kind) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream()
                    .write(("CLIENT KILL TYPE " + kind + " SKIPME yes\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    public URI address() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    private boolean answers() {
        try {
            outputBytes();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public double cpuSeconds() throws IOException {
        return new ServerProcess(process.pid()).cpuSeconds();
    }

    /** What it has sent since its start, in bytes. */
    long outputBytes() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write("INFO stats\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            return lines.lines()
                    .filter(line -> line.startsWith("total_net_output_bytes:"))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Redis does not say what it has sent"));
        } catch (UncheckedIOException e) {
            throw new IOException("Redis does not answer", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
