package dev.liveticker.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * How a contender is driven: it says {@code listening PORT} on standard output and then does what comes in on standard
 * input, a line each, until that ends: {@code rate N} sets the quotes a second, {@code gc} collects garbage.
 */
public final class Reins {

    private Reins() {}

    /** Says that the contender listens and obeys until the input ends. */
    public static void hold(int port, IntConsumer rate) throws IOException {
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
}
