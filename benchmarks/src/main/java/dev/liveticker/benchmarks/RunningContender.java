package dev.liveticker.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A contender's process, driven as {@link dev.liveticker.benchmarks.peer.Reins} says. */
final class RunningContender implements AutoCloseable {

    private static final String LISTENING = "listening ";
    private static final int START_SECONDS = 30;

    private final Process process;
    private final PrintWriter orders;
    private final int port;

    private RunningContender(Process process, int port) {
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII), true);
        this.port = port;
    }

    /** @throws IOException if it does not listen within half a minute */
    static RunningContender start(Workbench workbench, Contender contender, int symbols) throws IOException {
        Process process = new ProcessBuilder(workbench.server(contender.command(symbols)))
                .redirectError(Workbench.complaints(contender.name()).toFile())
                .start();
        try {
            return new RunningContender(process, port(process));
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException(
                    contender.label() + " did not start; see " + Workbench.complaints(contender.name()), e);
        }
    }

    private static int port(Process process) throws IOException {
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Integer> port = CompletableFuture.supplyAsync(() -> readPort(process), waiting);
            try {
                return port.get(START_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                process.destroyForcibly();
                throw new IOException("no word of where it listens", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static int readPort(Process process) {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.lines()
                .filter(said -> said.startsWith(LISTENING))
                .findFirst()
                .orElse(null);
        return parsePort(line);
    }

    static int parsePort(@Nullable String line) {
        if (line == null) {
            throw new IllegalStateException("it ended");
        }
        return Integer.parseInt(line.substring(LISTENING.length()));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Quotes a second from now on. */
    void rate(int perSecond) {
        orders.println("rate " + perSecond);
    }

    void collectGarbage() {
        orders.println("gc");
    }

    /** Ends it, and waits until it has ended. */
    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
