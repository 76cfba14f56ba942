package dev.liveticker.server.transport;

import dev.liveticker.codec.FrameCodec;
import io.undertow.io.IoCallback;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Whole answers over HTTP. Each has a deadline, so that a client that does not read it cannot hold its memory. */
public final class Answers {

    private static final int GZIP_THRESHOLD = 1024;
    private static final int DEADLINE_SECONDS = 60;
    private static final HttpString NO_SNIFF = new HttpString("X-Content-Type-Options");

    private Answers() {}

    /** @param body of the protocol's JSON */
    public static void json(HttpServerExchange exchange, Object body) {
        send(exchange, "application/json", FrameCodec.jsonMapper().writeValueAsBytes(body));
    }

    /** Says what is wrong. Where the client should come again, it is told when. */
    public static void problem(HttpServerExchange exchange, Problem problem) {
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
                .put(NO_SNIFF, "nosniff")
                .put(Headers.VARY, "Accept-Encoding, Accept, Origin");
        byte[] sent = body;
        if (body.length > GZIP_THRESHOLD
                && takesGzip(exchange.getRequestHeaders().get(Headers.ACCEPT_ENCODING))) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
            sent = gzip(body);
        }
        limit(exchange, DEADLINE_SECONDS);
        exchange.getResponseSender().send(ByteBuffer.wrap(sent), IoCallback.END_EXCHANGE);
    }

    /** Cuts the connection if the exchange is not over by then. */
    public static void limit(HttpServerExchange exchange, int seconds) {
        XnioExecutor.Key deadline = exchange.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), seconds, TimeUnit.SECONDS);
        exchange.addExchangeCompleteListener((completed, next) -> {
            deadline.remove();
            next.proceed();
        });
    }

    /** RFC 9110 section 12.5.3, as far as gzip goes. */
    static boolean takesGzip(@Nullable HeaderValues accepted) {
        return accepted != null
                && accepted.stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .anyMatch(coding -> coding.equalsIgnoreCase("gzip")
                                || (coding.regionMatches(true, 0, "gzip;", 0, 5) && !coding.matches(".*q=0(\\.0*)?")));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return out.toByteArray();
    }
}
