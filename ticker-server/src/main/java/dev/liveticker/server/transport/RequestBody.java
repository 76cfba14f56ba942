package dev.liveticker.server.transport;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.function.Consumer;

/** The body of a request, taken whole: no more of it than so many bytes, and no longer than so long. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * Takes it.
     *
     * @param most how many bytes it may have
     * @param deadline when the connection is cut if the exchange is not over by then
     * @param whole is given it, on the I/O thread, within this call if all of it is there already
     * @param tooLarge answers where it is larger
     */
    public static void receive(
            HttpServerExchange exchange, int most, Duration deadline, Consumer<byte[]> whole, Runnable tooLarge) {
        // Before the receiver sees it, since that sets aside as much memory as the length promises.
        if (exchange.getRequestContentLength() > most) {
            tooLarge.run();
            return;
        }
        Answers.limit(exchange, deadline);
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(most);
        receiver.receiveFullBytes((_, body) -> whole.accept(body), (_, why) -> {
            if (why instanceof Receiver.RequestToLargeException) {
                tooLarge.run();
            } else {
                // The client went away in the middle of the body: there is nobody to answer.
                exchange.setPersistent(false);
                exchange.endExchange();
            }
        });
    }

    /**
     * As {@link #receive(HttpServerExchange, int, Duration, Consumer, Runnable)}; too large a one is a problem, 413.
     */
    public static void receive(HttpServerExchange exchange, int most, Duration deadline, Consumer<byte[]> whole) {
        Problem tooLarge = Problem.of(413, "message_too_large", "at most " + most + " bytes");
        receive(exchange, most, deadline, whole, () -> Answers.problem(exchange, tooLarge));
    }
}
