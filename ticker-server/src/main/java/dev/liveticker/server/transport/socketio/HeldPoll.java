package dev.liveticker.server.transport.socketio;

import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.ClientWatch;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Routes;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/** A poll that waits until its session has something to say. Lives on its connection's I/O thread, but where said. */
final class HeldPoll {

    private static final String MEDIA_TYPE = "text/plain; charset=UTF-8";

    private final HttpServerExchange exchange;
    private final Handoff handoff;
    private final EngineSession session;
    private @Nullable ClientWatch watch;
    private boolean over;

    private HeldPoll(HttpServerExchange exchange, Handoff handoff, EngineSession session) {
        this.exchange = exchange;
        this.handoff = handoff;
        this.session = session;
    }

    static void open(HttpServerExchange exchange, Handoff handoff, EngineSession session) {
        HeldPoll poll = new HeldPoll(exchange, handoff, session);
        poll.watch = ClientWatch.start(exchange, poll::clientGone);
        if (!poll.over) {
            session.home(() -> session.polled(poll));
        }
    }

    private void clientGone() {
        over = true;
        session.home(() -> session.pollGone(this));
    }

    /**
     * Answers. Any thread.
     *
     * @param written run on the session's home once the answer is out, or cannot be any more
     */
    void answer(byte[] body, Runnable written) {
        handoff.add(() -> {
            if (end()) {
                exchange.addExchangeCompleteListener((_, next) -> {
                    session.home(written);
                    next.proceed();
                });
                // Compressing is no work for an I/O thread.
                exchange.dispatch(() -> Routes.guarded(
                        exchange, "The answer to a poll", () -> Answers.send(exchange, MEDIA_TYPE, body)));
            } else {
                session.home(written);
            }
        });
    }

    /** Says that it cannot be. Any thread. */
    void refuse(EngineFault why) {
        handoff.add(() -> {
            if (end()) {
                exchange.dispatch(() -> Routes.guarded(exchange, "The refusal of a poll", () -> why.answer(exchange)));
            }
        });
    }

    /** False if it is over already. */
    private boolean end() {
        if (over) {
            return false;
        }
        over = true;
        if (watch != null) {
            watch.stop();
        }
        return true;
    }
}
