package dev.liveticker.feed.http;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.MarketData;
import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.link.ServerPath;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Market data by the server's REST part. Safe in any thread. */
public final class RestMarketData implements MarketData {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int MAX_ANSWER = 32 << 20;
    /** Keeps an address shorter than what servers and proxies take. */
    private static final int SYMBOLS_PER_REQUEST = 200;

    private final OkHttpClient http;
    private volatile Target target;

    /** @param http shares its connections and threads */
    public RestMarketData(OkHttpClient http, FeedSettings settings) {
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

    private record Instruments(List<Instrument> instruments) {}

    private record Quotes(List<Snapshot> quotes) {}

    private record Bars(List<Bar> bars) {}

    private record Trades(List<Trade> trades) {}

    @Override
    public CompletableFuture<List<Instrument>> instruments(String query) {
        return get("v1/instruments", Map.of("query", query), null, Instruments.class, Instruments::instruments);
    }

    @Override
    public CompletableFuture<List<Snapshot>> quotes(Collection<Symbol> symbols) {
        List<String> texts = symbols.stream().map(Symbol::text).distinct().toList();
        CompletableFuture<List<Snapshot>> all = CompletableFuture.completedFuture(List.of());
        for (int from = 0; from < texts.size(); from += SYMBOLS_PER_REQUEST) {
            String part = String.join(",", texts.subList(from, Math.min(texts.size(), from + SYMBOLS_PER_REQUEST)));
            all = all.thenCombine(
                    get("v1/quotes", Map.of("symbols", part), null, Quotes.class, Quotes::quotes), (before, more) -> {
                        List<Snapshot> joined = new ArrayList<>(before);
                        joined.addAll(more);
                        return joined;
                    });
        }
        return all;
    }

    @Override
    public CompletableFuture<List<Bar>> bars(Symbol symbol, Interval interval, int limit) {
        return get(
                "v1/bars",
                Map.of("symbol", symbol.text(), "interval", interval.code(), "limit", Integer.toString(limit)),
                symbol,
                Bars.class,
                Bars::bars);
    }

    @Override
    public CompletableFuture<List<Trade>> trades(Symbol symbol, int limit) {
        return get(
                "v1/trades",
                Map.of("symbol", symbol.text(), "limit", Integer.toString(limit)),
                symbol,
                Trades.class,
                Trades::trades);
    }

    private <B, T> CompletableFuture<List<T>> get(
            String path,
            Map<String, String> query,
            @Nullable Symbol symbol,
            Class<B> shape,
            Function<B, @Nullable List<T>> part) {
        Target asked = target;
        URI server = asked.settings().server();
        Request.Builder request = new Request.Builder()
                .url(ServerPath.of(server, path, query).toString())
                .header("Accept", "application/json");
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
