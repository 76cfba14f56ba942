package dev.liveticker.server.transport;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.End;
import dev.liveticker.server.limit.ByteBudget;
import io.undertow.io.IoCallback;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Whole answers over HTTP. Each has a deadline, so that a client that does not read it cannot hold its memory. */
public final class Answers {

    private static final int GZIP_THRESHOLD = 1024;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Short answers count for nothing: each connection has one at most. */
    private static final int FREE_BYTES = 1024;

    private static final AttachmentKey<ByteBudget> BUDGET = AttachmentKey.create(ByteBudget.class);

    private Answers() {}

    /** @param body of the protocol's JSON */
    public static void json(HttpServerExchange exchange, Object body) {
        send(exchange, "application/json", FrameCodec.jsonMapper().writeValueAsBytes(body));
    }

    /** Whole answers to this request hold memory out of this budget, which they share with all others. */
    static void hold(HttpServerExchange exchange, ByteBudget budget) {
        exchange.putAttachment(BUDGET, budget);
    }

    /** Says that the client asked too much, and when to come again. */
    public static void tooMany(HttpServerExchange exchange, Duration wait) {
        comeAgain(exchange, wait);
        problem(exchange, Problem.of(End.RATE_LIMITED));
    }

    /** Says when to come again, in whole seconds (RFC 9110 section 10.2.3), of which there are never too few. */
    public static void comeAgain(HttpServerExchange exchange, Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, seconds);
    }

    /** Says what is wrong. Where the client should come again, it is told when. */
    public static void problem(HttpServerExchange exchange, Problem problem) {
        Refusals.answered(exchange, problem);
        exchange.setStatusCode(problem.status());
        boolean later = problem.status() == 503 || problem.status() == 429;
        if (later && !exchange.getResponseHeaders().contains(Headers.RETRY_AFTER)) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1);
        }
        send(exchange, Problem.MEDIA_TYPE, FrameCodec.jsonMapper().writeValueAsBytes(problem));
    }

    /** Compressed where the client takes that and it is worth it. */
    public static void send(HttpServerExchange exchange, String mediaType, byte[] body) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, mediaType)
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Headers.VARY, "Accept-Encoding, Accept, Origin");
        byte[] sent = body;
        if (body.length > GZIP_THRESHOLD
                && takesGzip(exchange.getRequestHeaders().get(Headers.ACCEPT_ENCODING))) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
            sent = gzip(body);
        }
        if (!held(exchange, sent.length)) {
            // So many read so slowly that there is no memory left for one more; a short answer takes none.
            exchange.getResponseHeaders().remove(Headers.CONTENT_ENCODING);
            problem(exchange, Problem.of(End.OVERLOADED));
            return;
        }
        limit(exchange);
        exchange.getResponseSender().send(ByteBuffer.wrap(sent), IoCallback.END_EXCHANGE);
    }

    private static boolean held(HttpServerExchange exchange, int bytes) {
        ByteBudget budget = exchange.getAttachment(BUDGET);
        if (budget == null || bytes <= FREE_BYTES) {
            return true;
        }
        if (!budget.take(bytes)) {
            return false;
        }
        whenOver(exchange, () -> budget.giveBack(bytes));
        return true;
    }

    /** Cuts the connection if the exchange is not over after the time that any answer has. */
    public static void limit(HttpServerExchange exchange) {
        limit(exchange, DEADLINE);
    }

    /** Cuts the connection if the exchange is not over by then. */
    static void limit(HttpServerExchange exchange, Duration time) {
        XnioExecutor.Key deadline = exchange.getIoThread()
                .executeAfter(
                        () -> IoUtils.safeClose(exchange.getConnection()), time.toMillis(), TimeUnit.MILLISECONDS);
        whenOver(exchange, deadline::remove);
    }

    /**
     * Gives back what the exchange holds.
     *
     * @throws IllegalStateException if it is over already; then that is done, too
     */
    private static void whenOver(HttpServerExchange exchange, Runnable giveBack) {
        try {
            exchange.addExchangeCompleteListener((_, next) -> {
                giveBack.run();
                next.proceed();
            });
        } catch (IllegalStateException e) {
            giveBack.run();
            throw e;
        }
    }

    /** RFC 9110 section 12.5.3, as far as gzip goes. */
    public static boolean takesGzip(@Nullable HeaderValues accepted) {
        return accepted != null
                && accepted.stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .anyMatch(coding -> coding.equalsIgnoreCase("gzip")
                                || (coding.regionMatches(true, 0, "gzip;", 0, 5) && !coding.matches(".*q=0(\\.0*)?")));
    }

    /** RFC 1952. */
    public static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return out.toByteArray();
    }
}
