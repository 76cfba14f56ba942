package dev.liveticker.desktop.app;

import dev.liveticker.desktop.opening.Opening;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What becomes of a start where another one may run already with the same directory of settings. */
sealed interface Claim {

    /**
     * It is the one that runs.
     *
     * @param instance keeps others out; absent where nobody can tell who is the first
     */
    record First(@Nullable SingleInstance instance) implements Claim {}

    /** Another one runs: it has come to the front, and opens what this one was to open. */
    record Second() implements Claim {}

    /** Another one has the directory, and neither answers nor lets go of it. */
    record Unanswered() implements Claim {}

    /** So long the one that has the directory is asked before it is claimed again. */
    Duration ASKED = Duration.ofMillis(25);

    /**
     * Claims a directory, or hands over to whoever has it. That one may have been started a moment ago and not listen
     * yet, or be ending: then it answers nobody, and keeps the directory until all is saved. So both are tried in turn.
     *
     * @param called on a thread of its own whenever another one is started, with what that one was to open
     * @param openings what this one is to open
     * @param patience for an answer, or for the end of the other one
     */
    static Claim stake(Path directory, Consumer<List<Opening>> called, List<Opening> openings, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            try {
                SingleInstance first = SingleInstance.claim(directory, called);
                if (first != null) {
                    return new First(first);
                }
            } catch (IOException e) {
                LoggerFactory.getLogger(Claim.class)
                        .warn("{} cannot be locked: nothing keeps a second window from using it", directory, e);
                return new First(null);
            }
            if (InstanceCall.open(directory, openings, ASKED)) {
                return new Second();
            }
        } while (System.nanoTime() - deadline < 0 && !Thread.currentThread().isInterrupted());
        return new Unanswered();
    }
}
