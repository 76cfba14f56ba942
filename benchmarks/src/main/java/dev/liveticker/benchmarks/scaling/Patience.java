package dev.liveticker.benchmarks.scaling;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other processes. */
public final class Patience {

    private static final Duration LOOK = Duration.ofMillis(50);

    private Patience() {}

    /**
     * @param what is waited for
     * @throws IOException if it is not so within that time
     */
    public static void until(Duration atMost, String what, BooleanSupplier so) throws IOException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("waited " + atMost.toSeconds() + " s in vain for " + what);
            }
            pass(LOOK);
        }
    }

    /** Lets so much time go by. */
    public static void pass(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        long left;
        while ((left = deadline - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }
}
