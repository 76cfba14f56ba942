package dev.liveticker.desktop.indicator;

/**
 * Bars that tell when something happened to them elsewhere than at their end, so that a reader need not compare them
 * all. For one thread.
 */
public interface SettledBars extends Bars {

    /**
     * Another number whenever a bar that is not the newest became another one, or bars were put in before it or taken
     * away. The same while the newest bar changes and others are added after it.
     */
    long pastRevision();
}
