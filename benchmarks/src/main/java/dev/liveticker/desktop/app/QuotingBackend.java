package dev.liveticker.desktop.app;

import org.jspecify.annotations.NullMarked;

/** A backend that tells how many quotes the desktop took in. */
@NullMarked
interface QuotingBackend extends Backend {

    /** @param perSecond quotes of all symbols together, where the backend has a say in that; 0 for silence */
    void rate(int perSecond);

    /** Quotes so far. */
    long taken();
}
