package dev.liveticker.server.venue;

import dev.liveticker.feed.machine.Loss;
import java.io.IOException;
import java.io.Serial;

/** A request to a venue failed; the message says why, and holds nothing of the request. */
final class VenueLossException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Loss loss;

    VenueLossException(Loss loss) {
        super(loss.why());
        this.loss = loss;
    }

    Loss loss() {
        return loss;
    }
}
