package dev.liveticker.desktop.app;

import dev.liveticker.desktop.opening.Opening;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is to be opened, kept until there is a window to open it in. Safe in any thread. */
final class Openings {

    private static final int MOST_WAITING = 2 * Opening.MOST_AT_ONCE;

    private final Deque<Opening> waiting = new ArrayDeque<>();
    private final Executor owner;
    private @Nullable Consumer<Opening> opener;

    /** @param owner runs the opener, on the FX thread */
    Openings(Executor owner) {
        this.owner = owner;
    }

    /** Has these opened, now or once there is a window. */
    synchronized void add(List<Opening> wanted) {
        for (Opening each : wanted) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(each);
            } else {
                LoggerFactory.getLogger(Openings.class)
                        .warn("more than {} things wait to be opened: {} is left out", MOST_WAITING, each);
            }
        }
        serve();
    }

    /** From now on it is this one that opens them. */
    synchronized void openWith(Consumer<Opening> opens) {
        opener = opens;
        serve();
    }

    private void serve() {
        Consumer<Opening> opens = opener;
        if (opens == null) {
            return;
        }
        for (Opening next = waiting.poll(); next != null; next = waiting.poll()) {
            Opening one = next;
            owner.execute(() -> opens.accept(one));
        }
    }
}
