package dev.liveticker.server.metric;

import java.util.concurrent.CompletableFuture;

/** Meters of one part of the server. */
interface MeterGroup {

    /** Puts them up, once. */
    void putUp(Panel panel);

    /**
     * Asks for what cannot be read at any time. Until the answer is there, and if none ever comes, what was answered
     * last is shown.
     */
    default CompletableFuture<?> ask() {
        return CompletableFuture.completedFuture(true);
    }
}
