package dev.liveticker.feed;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Faults that a server simulates on request, for those that allow it. Each answer holds all that go on then. A future
 * fails with a {@link java.io.IOException} whose message is fit for people.
 */
public interface FaultControl {

    CompletableFuture<List<SimulatedFault>> running();

    /** Has a fault begin, in place of one of its kind. */
    CompletableFuture<List<SimulatedFault>> begin(FaultRequest fault);

    CompletableFuture<List<SimulatedFault>> endAll();
}
