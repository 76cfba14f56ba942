package dev.liveticker.server.limit;

import java.time.Duration;

/** What becomes of something a client says. */
public sealed interface Ruling {

    /** It is heard. */
    record Granted() implements Ruling {}

    /** It is not heard, and the client is told when to come again. */
    record Later(Duration retryAfter) implements Ruling {}

    /** It is not heard, and the client was told so often that it has to go. */
    record Enough(Duration retryAfter) implements Ruling {}
}
