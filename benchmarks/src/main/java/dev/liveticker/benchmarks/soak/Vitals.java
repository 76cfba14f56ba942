package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds at one moment.
 *
 * @param process whose, for people
 * @param pid so that one that was started again is not taken for the one before
 * @param age of the process
 * @param heapBytes of live objects, after a full collection
 * @param threads Java's own
 * @param tasks threads as the kernel counts them
 * @param files open files that are no clients' connections
 * @param connections clients that have a place; of the soak's own process none
 * @param subscriptions symbols that clients are subscribed to, each counted for each client
 * @param residentKb in RAM, KiB
 */
record Vitals(
        String process,
        long pid,
        Duration age,
        long heapBytes,
        long threads,
        long tasks,
        long files,
        long connections,
        long subscriptions,
        long residentKb) {

    private static final String CLIENTS = "clients";
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+[0-9]+\\s+([0-9]+)");
    private static final long PATIENCE_MINUTES = 2;

    /**
     * Of a node.
     *
     * @param histogram where its classes are left, to see what grew if something did
     */
    static Vitals of(String name, long pid, NodeQuestions node, Path histogram) throws IOException {
        long heap = liveBytes(pid, histogram);
        ServerProcess process = new ServerProcess(pid);
        Scrape metrics = node.metrics();
        return new Vitals(
                name,
                pid,
                age(ProcessHandle.of(pid).orElseThrow(() -> new IOException("a node has ended"))),
                heap,
                metrics.sum("jvm_threads_live_threads"),
                process.tasks(),
                process.fileDescriptors() - metrics.sum("live_ticker_tcp_connections"),
                metrics.sum("live_ticker_connections"),
                metrics.sum("live_ticker_subscriptions"),
                process.residentKb());
    }

    /** Of the process that this runs in: all clients. */
    static Vitals ofClients(Path histogram) throws IOException {
        ProcessHandle here = ProcessHandle.current();
        long heap = liveBytes(here.pid(), histogram);
        ServerProcess process = new ServerProcess(here.pid());
        return new Vitals(
                CLIENTS,
                here.pid(),
                age(here),
                heap,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                process.tasks(),
                process.fileDescriptors(),
                0,
                0,
                process.residentKb());
    }

    /** Whether it is of a node. */
    boolean isNode() {
        return !process.equals(CLIENTS);
    }

    private static Duration age(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }

    /** The command collects garbage before it counts. */
    private static long liveBytes(long pid, Path histogram) throws IOException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .redirectOutput(histogram.toFile())
                .start();
        try {
            if (!command.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                command.destroyForcibly();
                throw new IOException("jcmd does not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Matcher total = TOTAL.matcher(Files.readString(histogram, StandardCharsets.UTF_8));
        if (!total.find()) {
            throw new IOException("jcmd does not say how much is alive; see " + histogram);
        }
        return Long.parseLong(total.group(1));
    }
}
