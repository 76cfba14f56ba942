package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * How many messages of one client wait for the hub, whichever way they came. Bounded, so that no client floods it. Safe
 * in any thread.
 */
final class Intake {

    private static final int MAX_WAITING = 10_000;

    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Hands messages to the hub's thread, or none of them where too many would wait.
     *
     * @param dealing deals with them, on that thread
     * @param flooded called on that thread instead where they are too many
     * @return false if the hub is closed and will do neither
     */
    boolean hand(
            HubThread thread, List<ClientMessage> messages, Consumer<List<ClientMessage>> dealing, Runnable flooded) {
        List<ClientMessage> copy = List.copyOf(messages);
        if (waiting.addAndGet(copy.size()) > MAX_WAITING) {
            waiting.addAndGet(-copy.size());
            return thread.submit(flooded);
        }
        return thread.submit(() -> {
            waiting.addAndGet(-copy.size());
            dealing.accept(copy);
        });
    }
}
