package dev.liveticker.feed;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Pong;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures the way to the server: half of there and back. For one thread. */
final class PingMeter {

    private static final int NANOS_PER_MICRO = 1_000;

    private final long origin;
    private long count;
    private @Nullable Duration latency;

    /** @param origin monotonic nanoseconds from which its own times are counted */
    PingMeter(long origin) {
        this.origin = origin;
    }

    ClientMessage.Ping next(long nanos) {
        return new ClientMessage.Ping("p" + ++count, (nanos - origin) / NANOS_PER_MICRO);
    }

    /** Only the answer to the newest ping counts: an older one waited in some queue. */
    void heard(Pong pong, long nanos) {
        if (("p" + count).equals(pong.id())) {
            long micros = (nanos - origin) / NANOS_PER_MICRO - pong.clientTime();
            if (micros >= 0) {
                latency = Duration.ofNanos(micros * NANOS_PER_MICRO / 2);
            }
        }
    }

    void forget() {
        latency = null;
    }

    /** Absent before the first answer. */
    @Nullable
    Duration latency() {
        return latency;
    }
}
