package dev.liveticker.feed.http;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.TryLaterException;
import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.link.ServerPath;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
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

    private final HttpClients http;
    private volatile Target target;

    /** @param http shares its connections and threads */
    public RestCalls(HttpClients http, FeedSettings settings) {
        this.http = http;
        this.target = new Target(http, settings);
    }

    /** A server, and the client that knows whether to trust it, made with the first question. */
    private static final class Target {

        private final HttpClients http;
        private final FeedSettings settings;
        private @Nullable OkHttpClient client;

        Target(HttpClients http, FeedSettings settings) {
            this.http = http;
            this.settings = settings;
        }

        FeedSettings settings() {
            return settings;
        }

        synchronized OkHttpClient client() {
            OkHttpClient its = client;
            if (its == null) {
                its = http.to(settings).newBuilder().callTimeout(TIMEOUT).build();
                client = its;
            }
            return its;
        }
    }

    /** From now on asks the server of these. */
    public void follow(FeedSettings newSettings) {
        target = new Target(http, newSettings);
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
        return ask(
                asked,
                () -> new Request.Builder()
                        .url(ServerPath.of(asked.settings().server(), path, query)
                                .toString()),
                symbol,
                shape,
                part);
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
        return ask(
                asked,
                () -> new Request.Builder()
                        .url(ServerPath.of(asked.settings().server(), path).toString())
                        .method(method, body),
                null,
                shape,
                part);
    }

    private <B, T> CompletableFuture<List<T>> ask(
            Target asked,
            Supplier<Request.Builder> question,
            @Nullable Symbol symbol,
            Class<B> shape,
            Function<B, @Nullable List<T>> part) {
        CompletableFuture<List<T>> result = new CompletableFuture<>();
        try {
            http.ask(() -> send(asked, question, answer -> read(answer, symbol, shape, part), result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new IOException("The feed is closed.", e));
        }
        return result;
    }

    /** Reads the answer of a server. */
    private interface Reader<T> {
        T read(Response answer) throws IOException;
    }

    private static <T> void send(
            Target asked, Supplier<Request.Builder> question, Reader<T> reader, CompletableFuture<T> result) {
        try {
            Request.Builder request = question.get().header("Accept", "application/json");
            asked.settings().token().authorization().ifPresent(value -> request.header("Authorization", value));
            asked.client().newCall(request.build()).enqueue(new Callback() {
                @Override
                public void onFailure(Call failed, IOException cause) {
                    String why = Failures.loss(cause, asked.settings().server()).why();
                    result.completeExceptionally(new IOException(Problem.sentence(why), cause));
                }

                @Override
                public void onResponse(Call answered, Response response) {
                    try (response) {
                        result.complete(reader.read(response));
                    } catch (IOException e) {
                        result.completeExceptionally(e);
                    }
                }
            });
        } catch (RuntimeException e) {
            // Such as an address that OkHttp does not take; in a thread that nobody waits for.
            String server = ServerPath.authority(asked.settings().server());
            result.completeExceptionally(new IOException("No connection can be made to " + server + ".", e));
        }
    }

    private static <B, T> List<T> read(
            Response response, @Nullable Symbol symbol, Class<B> shape, Function<B, @Nullable List<T>> part)
            throws IOException {
        byte[] body;
        try {
            body = Answers.body(response, MAX_ANSWER);
            if (response.isSuccessful()) {
                List<T> list = part.apply(FrameCodec.jsonMapper().readValue(body, shape));
                if (list == null) {
                    throw new IOException("not of the shape expected");
                }
                return List.copyOf(list);
            }
        } catch (IOException | JacksonException | NullPointerException e) {
            throw new IOException("The server's answer cannot be read.", e);
        }
        String why = Problem.explain(response.code(), body, symbol);
        Loss loss = Answers.loss(response, InstantSource.system());
        throw loss.kind() == Loss.Kind.OVERLOADED
                ? new TryLaterException(why, loss.retryAfter())
                : new IOException(why);
    }
}
