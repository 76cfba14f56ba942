package dev.liveticker.server.transport.poll;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.PollAnswer;
import dev.liveticker.server.hub.PollRequest;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.ClientWatch;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Routes;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/** One poll that waits for its answer. Lives on its connection's I/O thread. */
final class HeldPoll {

    private final HttpServerExchange exchange;
    private final Encoding encoding;
    private @Nullable Runnable cancel;
    private @Nullable ClientWatch watch;
    private boolean over;

    private HeldPoll(HttpServerExchange exchange, Encoding encoding) {
        this.exchange = exchange;
        this.encoding = encoding;
    }

    static void open(HttpServerExchange exchange, Handoff handoff, Hub hub, PollRequest request) {
        HeldPoll poll = new HeldPoll(exchange, request.encoding());
        poll.watch = ClientWatch.start(exchange, poll::clientGone);
        if (!poll.over) {
            poll.cancel = hub.poll(request, answer -> handoff.add(() -> poll.answered(answer)));
        }
    }

    private void clientGone() {
        over = true;
        if (cancel != null) {
            cancel.run();
        }
    }

    private void answered(PollAnswer answer) {
        if (over) {
            return;
        }
        over = true;
        if (watch != null) {
            watch.stop();
        }
        // Compressing is no work for an I/O thread.
        exchange.dispatch(() -> Routes.guarded(
                exchange,
                "The answer to a poll",
                () -> Answers.send(exchange, encoding.mediaType(), PollBody.of(encoding, answer))));
    }
}
