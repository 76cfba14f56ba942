package dev.liveticker.server.transport;

import java.util.concurrent.TimeUnit;

/**
 * Whether a client lives. Anything heard is a sign of life; a client that was asked and stays silent is dead or has no
 * pulse to speak of. For one thread, but for {@link #silent}.
 */
public final class Pulse {

    /** So long after a ping a client that has answered nothing may be taken for dead if its place is needed. */
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(3);

    private boolean heard;
    private boolean asked;
    /** When the ping was sent that is not answered yet; 0 for none. */
    private volatile long unanswered;

    public void heard() {
        heard = true;
        unanswered = 0;
    }

    /** Whether it was asked and has said nothing since. To be called when its time is up. */
    public boolean lost() {
        return asked && !heard;
    }

    /** Waits for a sign of life from now on; one that was not asked for is one too, but none is not missed. */
    public void listen(boolean pinged) {
        heard = false;
        asked = pinged;
        if (pinged) {
            unanswered = System.nanoTime() | 1;
        }
    }

    /** Whether it may be taken for dead if its place is needed. Any thread. */
    public boolean silent() {
        long since = unanswered;
        return since != 0 && System.nanoTime() - since > SILENT_NANOS;
    }
}
