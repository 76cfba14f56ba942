package dev.liveticker.desktop.alert;

/** What is heard when alerts fire. */
@FunctionalInterface
public interface Tone {

    /** Is heard soon; returns at once. */
    void play();
}
