package dev.liveticker.server.transport;

import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Subscriber;
import dev.liveticker.server.limit.Allowance;
import dev.liveticker.server.limit.Ruling;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much of what a client says is heard. Whoever says too much is told so, and in the end has to go. Any thread. */
public final class Earshot {

    private final Allowance allowance;
    private volatile boolean closed;

    public Earshot(Allowance allowance) {
        this.allowance = allowance;
    }

    /** From now on it counts with the other connections of its user. */
    public void identify(Principal client) {
        allowance.identify(RequestGate.counted(client));
    }

    /** Nothing is heard any more. */
    public void close() {
        closed = true;
    }

    public boolean closed() {
        return closed;
    }

    /**
     * Whether to hear what costs so much.
     *
     * @param subscriber is told if not; absent for a client that nobody knows yet, whose time is short anyway
     */
    public boolean hears(long cost, @Nullable Subscriber subscriber) {
        if (closed) {
            return false;
        }
        return switch (allowance.take(cost)) {
            case Ruling.Granted _ -> true;
            case Ruling.Later(Duration retryAfter) -> {
                if (subscriber != null) {
                    subscriber.tell(slower(retryAfter));
                }
                yield false;
            }
            case Ruling.Enough(Duration retryAfter) -> {
                closed = true;
                if (subscriber != null) {
                    subscriber.dismiss(slower(retryAfter), End.RATE_LIMITED);
                }
                yield false;
            }
        };
    }

    private static Failure slower(Duration retryAfter) {
        long millis = Math.max(1, retryAfter.toMillis());
        return new Failure("rate_limited", "too many messages: this one was not heard", null, millis);
    }
}
