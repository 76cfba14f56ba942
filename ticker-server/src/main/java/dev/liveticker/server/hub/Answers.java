package dev.liveticker.server.hub;

/**
 * Which of a session's answers to polls arrived. Every answer that brings something ends at another position than the
 * one before, so that the next poll's {@code since} tells.
 */
final class Answers {

    /** What the position of a poll says. */
    enum Verdict {
        /** The last answer arrived. */
        ARRIVED,
        /** The last answer got lost, the one before arrived. */
        LOST,
        /** Nothing that can be. */
        ASTRAY
    }

    private static final long NOWHERE = -1;

    private long given;
    private long arrived;
    private long arrivedPosition = NOWHERE;
    private long lastPosition = NOWHERE;
    private boolean incomplete;

    /** The number of the last answer; 0 before the first. */
    long last() {
        return given;
    }

    /** Whether the client has nothing, or lacks something that its position does not tell. */
    boolean begins() {
        return lastPosition == NOWHERE || incomplete;
    }

    /** What the client lacks, its position does not tell. */
    void startIncomplete() {
        incomplete = true;
    }

    /** Whether an answer that ends here could not be told from the one before. */
    boolean ambiguous(long position) {
        return position == lastPosition;
    }

    /** An answer was given that ends here. */
    void gave(long position) {
        given++;
        incomplete = false;
        lastPosition = position;
    }

    /** A poll goes on from here. */
    Verdict pollFrom(long since) {
        boolean last = since == lastPosition;
        boolean before = since == arrivedPosition && given == arrived + 1;
        startFrom(since);
        return last ? Verdict.ARRIVED : before ? Verdict.LOST : Verdict.ASTRAY;
    }

    /** A poll does not say where it goes on: all that was given counts as arrived. */
    void allArrived() {
        startFrom(lastPosition);
    }

    /** The client has what comes before this. */
    void startFrom(long since) {
        arrived = given;
        arrivedPosition = since;
        lastPosition = since;
    }

    /** The client has nothing. */
    void startAnew() {
        startFrom(NOWHERE);
    }
}
