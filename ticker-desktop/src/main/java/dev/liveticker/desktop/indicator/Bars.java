package dev.liveticker.desktop.indicator;

/** Bars in the order of time, as an indicator reads them. For one thread. */
public interface Bars {

    int size();

    /** When it begins, in microseconds since the Unix epoch, UTC. */
    long start(int index);

    double open(int index);

    double high(int index);

    double low(int index);

    double close(int index);

    double volume(int index);
}
