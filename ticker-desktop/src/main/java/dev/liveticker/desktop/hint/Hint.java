package dev.liveticker.desktop.hint;

/** Something worth knowing that a person may not find alone, in the order in which it is said. */
public enum Hint {
    /** Any symbol and any command is found by a few letters. */
    PALETTE,
    /** The chart is moved and zoomed by mouse. */
    CHART,
    /** Prices travel in several ways, to be switched while they run. */
    TRANSPORT
}
