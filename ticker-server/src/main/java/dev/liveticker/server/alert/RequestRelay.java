package dev.liveticker.server.alert;

import java.util.concurrent.CompletableFuture;

/** Takes what a user asks for to every desk that is to know it, this one included. */
@FunctionalInterface
public interface RequestRelay {

    /**
     * Passes a request on; it has no effect before it comes back by {@link AlertDesk#apply}. Does not wait.
     *
     * @return done once it is sure to come; failed if it may never
     */
    CompletableFuture<?> pass(AlertRequest request);
}
