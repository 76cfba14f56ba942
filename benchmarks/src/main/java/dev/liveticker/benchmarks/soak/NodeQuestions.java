package dev.liveticker.benchmarks.soak;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks one node by HTTP, as an operator.
 *
 * @param http shared by all questions
 * @param token the operator's
 */
record NodeQuestions(HttpClient http, URI node, String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static String encoded(Symbol symbol) {
        return URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8);
    }

    JsonNode ask(String target) throws IOException {
        return json(send(request(target).GET()));
    }

    /** Has a fault begin. */
    void beginFault(String body) throws IOException {
        send(request("/v1/faults")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    void endFaults() throws IOException {
        send(request("/v1/faults").DELETE());
    }

    /** The numbering that it follows. */
    String epoch() throws IOException {
        return ask("/readyz").path("epoch").asString("");
    }

    /** What {@code /metrics} says. */
    Scrape metrics() throws IOException {
        return Scrape.parse(send(request("/metrics").GET()));
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(node.resolve(target))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(
                        answer.request().uri() + " is answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode json(String text) throws IOException {
        try {
            return FrameCodec.jsonMapper().readTree(text);
        } catch (JacksonException e) {
            throw new IOException("a node answers what is not JSON", e);
        }
    }
}
