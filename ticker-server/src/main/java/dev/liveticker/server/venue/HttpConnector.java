package dev.liveticker.server.venue;

import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.machine.Loss;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reaches venues with the JDK's own client, whose WebSocket hands a message over in pieces and only when asked for
 * more: so what a venue sends can be bounded, and what is not yet dealt with waits in the network. No redirect is
 * followed, which would take a key to someone else.
 */
final class HttpConnector implements VenueConnector {

    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    /** From asking to the end of an answer. */
    private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(10);

    private static final int MAX_ANSWER = 16 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_DEADLINE)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration answerDeadline;

    HttpConnector() {
        this(ANSWER_DEADLINE);
    }

    HttpConnector(Duration answerDeadline) {
        this.answerDeadline = answerDeadline;
    }

    @Override
    public void connect(URI stream, int maxMessage, VenueLink.Listener listener) {
        SocketLink link = new SocketLink(stream, maxMessage, listener);
        var _ = client.newWebSocketBuilder()
                .connectTimeout(CONNECT_DEADLINE)
                .buildAsync(stream, link)
                .whenComplete((socket, failed) -> {
                    if (failed != null) {
                        link.end(loss(failed, stream));
                    }
                });
    }

    @Override
    public CompletableFuture<String> get(URI address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .GET();
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER));
        // The client's own deadline ends with the headers; a body may then never come.
        return answer.copy()
                .orTimeout(answerDeadline.toNanos(), TimeUnit.NANOSECONDS)
                .handle((response, failed) -> {
                    if (failed != null) {
                        answer.cancel(true);
                        throw new CompletionException(new VenueLossException(loss(failed, address)));
                    }
                    if (response.statusCode() != 200) {
                        throw new CompletionException(new VenueLossException(loss(response)));
                    }
                    return response.body();
                });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** What a failure means, in words that repeat nothing of an address, since that may hold a key. */
    static Loss loss(Throwable failed, URI address) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebSocketHandshakeException refused) {
                return loss(refused.getResponse());
            }
            if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
                return Loss.broken(address.getHost() + " does not answer in time");
            }
        }
        return Failures.loss(failed, address);
    }

    private static Loss loss(HttpResponse<?> response) {
        int status = response.statusCode();
        Duration wait = retryAfter(response.headers());
        return switch (status) {
            case 401, 403 -> new Loss(Loss.Kind.UNAUTHENTICATED, wait, "it does not let us in (HTTP " + status + ")");
            case 429, 503 -> new Loss(Loss.Kind.OVERLOADED, wait, "it asks to be spared (HTTP " + status + ")");
            default -> new Loss(Loss.Kind.BROKEN, wait, "it answered with HTTP " + status);
        };
    }

    /** RFC 9110 section 10.2.3, of which venues use seconds alone. */
    private static Duration retryAfter(HttpHeaders headers) {
        String value = headers.firstValue("Retry-After").orElse("");
        return value.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }
}
