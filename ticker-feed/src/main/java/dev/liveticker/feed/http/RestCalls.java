package dev.liveticker.feed.http;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.link.ServerPath;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Asks a server's REST part, with what proves who asks. Safe in any thread. */
public final class RestCalls {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int MAX_ANSWER = 32 << 20;

    private final OkHttpClient http;
    private volatile Target target;

    /** @param http shares its connections and threads */
    public RestCalls(OkHttpClient http, FeedSettings settings) {
        this.http = http.newBuilder().callTimeout(TIMEOUT).build();
        this.target = target(settings);
    }

    /** A server, and the client that knows whether to trust it. */
    private record Target(FeedSettings settings, OkHttpClient client) {}

    private Target target(FeedSettings settings) {
        return new Target(settings, HttpClients.to(settings, http));
    }

    /** From now on asks the server of these. */
    public void follow(FeedSettings newSettings) {
        target = target(newSettings);
    }

    /**
     * Asks for a list.
     *
     * @param symbol that is asked about, if one is
     * @param shape of the answer
     * @param part of it that is the list
     */
    <B, T> CompletableFuture<List<T>> get(
            String path,
            Map<String, String> query,
            @Nullable Symbol symbol,
            Class<B> shape,
            Function<B, @Nullable List<T>> part) {
        Target asked = target;
        Request.Builder request = new Request.Builder()
                .url(ServerPath.of(asked.settings().server(), path, query).toString());
        return ask(asked, request, symbol, shape, part);
    }

    /**
     * Asks for something to be done.
     *
     * @param body absent for none
     */
    <B, T> CompletableFuture<List<T>> call(
            String method,
            String path,
            @Nullable RequestBody body,
            Class<B> shape,
            Function<B, @Nullable List<T>> part) {
        Target asked = target;
        Request.Builder request = new Request.Builder()
                .url(ServerPath.of(asked.settings().server(), path).toString())
                .method(method, body);
        return ask(asked, request, null, shape, part);
    }

    private static <B, T> CompletableFuture<List<T>> ask(
            Target asked,
            Request.Builder request,
            @Nullable Symbol symbol,
            Class<B> shape,
            Function<B, @Nullable List<T>> part) {
        URI server = asked.settings().server();
        request.header("Accept", "application/json");
        asked.settings().token().authorization().ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<List<T>> result = new CompletableFuture<>();
        asked.client().newCall(request.build()).enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException cause) {
                result.completeExceptionally(new IOException(
                        Problem.sentence(Failures.loss(cause, server).why()), cause));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    byte[] body = Answers.body(response, MAX_ANSWER);
                    if (!response.isSuccessful()) {
                        result.completeExceptionally(new IOException(Problem.explain(response.code(), body, symbol)));
                        return;
                    }
                    List<T> list = part.apply(FrameCodec.jsonMapper().readValue(body, shape));
                    if (list == null) {
                        throw new IOException("not of the shape expected");
                    }
                    result.complete(List.copyOf(list));
                } catch (IOException | JacksonException | NullPointerException e) {
                    result.completeExceptionally(new IOException("The server's answer cannot be read.", e));
                }
            }
        });
        return result;
    }
}
