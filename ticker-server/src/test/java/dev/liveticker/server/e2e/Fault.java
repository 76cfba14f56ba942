package dev.liveticker.server.e2e;

import java.time.Duration;

/** What a {@link FaultProxy} does to the bytes on their way from the server to the client. */
sealed interface Fault {

    /** Passes everything on. */
    record None() implements Fault {}

    /** Resets the connection (RST) after so many bytes. */
    record Cut(long afterBytes) implements Fault {}

    /** Closes the connection in an orderly way (FIN) after so many bytes, in the middle of whatever is being said. */
    record DropHalfway(long afterBytes) implements Fault {}

    /** Says nothing more after so many bytes, but keeps the connection. */
    record Stall(long afterBytes) implements Fault {}

    /** Holds each piece back for a while. */
    record Delay(Duration by) implements Fault {}

    /** Puts bytes of its own between, each time so many bytes have passed; what falls into a header may do no harm. */
    record Garbage(long everyBytes, int length) implements Fault {}

    /** Passes on only so many bytes a second, in pieces as small as one byte. */
    record Trickle(int bytesPerSecond) implements Fault {}
}
