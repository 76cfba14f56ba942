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

/** A redis-server of its own on a free port, without a disk. */
final class RedisProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(10);

    private final Process process;
    private final int port;

    private RedisProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @throws IOException if there is none, or it does not start */
    static RedisProcess start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(List.of(
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
                .redirectOutput(Workbench.complaints("redis").toFile())
                .start();
        RedisProcess redis = new RedisProcess(process, port);
        try {
            Patience.until(START, "Redis", redis::answers);
        } catch (IOException e) {
            redis.close();
            throw e;
        }
        return redis;
    }

    URI address() {
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

    double cpuSeconds() throws IOException {
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
