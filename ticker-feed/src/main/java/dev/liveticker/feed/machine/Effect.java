package dev.liveticker.feed.machine;

import dev.liveticker.feed.Transport;
import java.time.Duration;

/** What is to be done, in the order given. */
public sealed interface Effect {

    /** Open a link; only one is open at a time. */
    record Open(int link, Transport transport) implements Effect {}

    /** Close it, and hear no more of it. */
    record Close(int link) implements Effect {}

    /** Set an alarm, in place of the one of its kind. */
    record Set(Alarm alarm, int token, Duration delay) implements Effect {}

    /** Take an alarm back. */
    record Clear(Alarm alarm) implements Effect {}

    /** Ask the server for a sign of life. */
    record Ping() implements Effect {}

    /** Try whether a transport would work, beside the live one. */
    record Probe(Transport transport) implements Effect {}

    /** This transport works for this server. */
    record Remember(Transport transport) implements Effect {}
}
