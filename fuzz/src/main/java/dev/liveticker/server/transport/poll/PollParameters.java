package dev.liveticker.server.transport.poll;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import java.time.Duration;

/** What a poll reads of its query besides what every stream does. */
public final class PollParameters {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private PollParameters() {}

    /** @throws RefusedException if it is not as it has to be */
    public static void read(Query query) throws RefusedException {
        Duration wait = Polls.patience(query.text("wait"));
        Claim.that(!wait.isNegative() && wait.compareTo(LONGEST) <= 0, () -> "a wait of " + wait);
    }
}
