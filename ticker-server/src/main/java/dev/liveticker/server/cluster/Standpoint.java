package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.Standing.Role;
import java.time.Duration;

/**
 * What a node's role follows from.
 *
 * @param informed it has a state
 * @param inTouch it is connected, has all of the log that there was then, and goes on following
 * @param leading it runs the market
 * @param alone for how long it has not been in touch
 */
record Standpoint(boolean informed, boolean inTouch, boolean leading, Duration alone) {

    /** @param patience how long a node serves its clients without the cluster */
    Role role(Duration patience) {
        if (!informed) {
            return Role.STARTING;
        }
        if (inTouch) {
            return leading ? Role.LEADING : Role.FOLLOWING;
        }
        return alone.compareTo(patience) < 0 ? Role.LOST : Role.CUT_OFF;
    }

    /** Whether a node with that role is of use to clients. */
    static boolean serves(Role role) {
        return switch (role) {
            case FOLLOWING, LEADING, LOST -> true;
            case STARTING, CUT_OFF -> false;
        };
    }
}
