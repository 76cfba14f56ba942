package dev.liveticker.server.hub;

/**
 * Which of a session's answers to polls arrived. Every answer that brings something ends at another position than the
 * one before, so that the next poll's {@code since} tells.
 */
final class Answers {

    /** No answer, not even one before the first. */
    static final long NONE = -1;

    private static final long NOWHERE = -1;

    private long given;
    private long confirmed;
    private long confirmedPosition = NOWHERE;
    private long lastPosition = NOWHERE;

    /** The number of the answer that comes next. */
    long next() {
        return given + 1;
    }

    /** Whether there was none yet and the client has nothing. */
    boolean begins() {
        return lastPosition == NOWHERE;
    }

    /** Whether an answer that ends here could not be told from the one before. */
    boolean ambiguous(long position) {
        return position == lastPosition;
    }

    /** An answer was given that ends here. */
    void gave(long position) {
        given++;
        lastPosition = position;
    }

    /** Whether a poll goes on where the last answer ended, so that it arrived; what came before is confirmed then. */
    boolean confirmedBy(long since) {
        if (since != lastPosition) {
            return false;
        }
        confirmed = given;
        confirmedPosition = since;
        return true;
    }

    /** A poll goes on from elsewhere. Gives the last answer that its client certainly got. */
    long rewoundTo(long since) {
        long certain = since >= confirmedPosition ? confirmed : NONE;
        startsFrom(since);
        return certain;
    }

    /** The client has what comes before this. */
    void startsFrom(long since) {
        confirmed = given;
        confirmedPosition = since;
        lastPosition = since;
    }

    /** The client has nothing. */
    void startsAnew() {
        startsFrom(NOWHERE);
    }
}
