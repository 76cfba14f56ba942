package dev.liveticker.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/**
 * How a contender is driven: it says {@code listening PORT} on standard output and then does what comes in on standard
 * input, a line each, until that ends: {@code rate N} sets the quotes a second, {@code gc} collects garbage.
 */
public final class Reins {

    private static final int CHUNK_BYTES = 64 * 1024;

    private Reins() {}

    /** Says that the contender listens and obeys until the input ends. */
    public static void hold(int port, IntConsumer rate) throws IOException {
        useYoungGeneration();
        System.out.println("listening " + port);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.startsWith("rate ")) {
                rate.accept(Integer.parseInt(line.substring("rate ".length())));
            } else if (line.equals("gc")) {
                System.gc();
            } else {
                throw new IOException("not an order: " + line);
            }
        }
    }

    /**
     * Uses the heap's young generation once, as any server has that ran for a minute. That memory is the JVM's own and
     * stays as large, however many connect; untouched, it would be counted as theirs.
     */
    private static void useYoungGeneration() {
        long young = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Eden"))
                .mapToLong(pool -> pool.getUsage().getCommitted())
                .sum();
        Deque<byte[]> newest = new ArrayDeque<>();
        for (long used = 0; used < young; used += CHUNK_BYTES) {
            newest.add(new byte[CHUNK_BYTES]);
            if (newest.size() > 1) {
                newest.remove();
            }
        }
        System.gc();
    }
}
