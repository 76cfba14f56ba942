package dev.liveticker.server.cluster;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What a node tells the time by.
 *
 * @param wall what others' clocks are compared with
 * @param nanos nanoseconds of a clock that only goes on
 */
record Clocks(InstantSource wall, LongSupplier nanos) {

    static Clocks ofMachine() {
        return new Clocks(InstantSource.system(), System::nanoTime);
    }
}
