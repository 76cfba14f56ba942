package dev.liveticker.server.hub;

import org.jspecify.annotations.Nullable;

/** Something of which only the newest matters to a client that fell behind: a quote, or an open bar. */
sealed interface Value permits QuoteSlot, BarLane {

    /** How much of a value a client is to be told, least first. */
    enum Form {
        /** What changes all the time. */
        BRIEF,
        /** What changes now and then as well. */
        COMPLETE,
        /** All of it, to a client that knows nothing. */
        SNAPSHOT;

        Form or(Form other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** The number of the newest; 0 if there is none. */
    long seq();

    /** The number that the newest came with, whatever numbers it was stated again under; 0 if there is none. */
    long eventSeq();

    /** The newest. Only if there is one. */
    EncodedMessage in(Form form);

    /** How much of it changed after a number. */
    Form changedSince(long seq);

    /** Whether someone may have been told the newest under its number. */
    boolean told();

    /** Gives the newest, which there must be, another number. Nobody is told. */
    void renumber(long seq);

    /**
     * States the newest again under a number of its own, if someone may have got it under the one it has. So whoever
     * begins or resumes gets it, and nobody gets a number twice.
     */
    default void restate(Numbering numbering) {
        if (seq() != 0 && told()) {
            renumber(numbering.local());
        }
    }

    /** States the newest again if it lies at or before a position up to which someone, who lacks it, is taken to be. */
    default void restateAfter(long position, Numbering numbering) {
        if (seq() != 0 && seq() <= position) {
            renumber(numbering.local());
        }
    }

    /** The lossless messages that come before it, if there are such. */
    @Nullable
    Lane before();

    /** Who is to be told of a change: the views in which it is seen, but for those that hold one back already. */
    Audience<Watch> watchers();
}
