package dev.liveticker.desktop.update;

import dev.liveticker.desktop.web.WebAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks with a GET, and tells nothing but the name of the program. The answer may be as long as it may take: limited,
 * and redirected on the same server alone.
 */
public final class HttpInquiry implements Inquiry {

    static final int MOST_BYTES = 64 * 1024;
    static final int MOST_REDIRECTS = 3;

    private static final int LONGEST_LINE = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");

    private final Duration patience;

    /** @param patience for the whole answer, redirects and all */
    public HttpInquiry(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Release ask(URI address) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        HttpClient client = client();
        try {
            return read(answer(client, address, until));
        } finally {
            // Whoever keeps on sending is not listened to any longer.
            client.shutdownNow();
        }
    }

    private static HttpClient client() throws IOException {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        } catch (UncheckedIOException e) {
            throw new IOException("no connection can be made", e);
        }
    }

    private byte[] answer(HttpClient client, URI address, long until) throws IOException {
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> response = get(client, at, until);
            switch (response.statusCode()) {
                case 200 -> {
                    return response.body();
                }
                case 301, 302, 303, 307, 308 -> at = redirected(at, response);
                default -> throw new IOException("it answers with status " + response.statusCode());
            }
        }
        throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static URI redirected(URI from, HttpResponse<byte[]> response) throws IOException {
        Optional<URI> to;
        try {
            to = response.headers()
                    .firstValue("location")
                    .map(location -> from.resolve(location).toString())
                    .flatMap(WebAddress::parse);
        } catch (IllegalArgumentException e) {
            throw new IOException("it redirects to what is no address", e);
        }
        if (to.isEmpty() || !WebAddress.isSameServer(from, to.get())) {
            throw new IOException("it redirects to somewhere else, which is not followed");
        }
        return to.get();
    }

    private HttpResponse<byte[]> get(HttpClient client, URI address, long until) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", "live-ticker")
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return response.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("there was no whole answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(oneLine(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was given up", e);
        } finally {
            response.cancel(true);
        }
    }

    /** What went wrong may be told in the other side's words. */
    private static String oneLine(Throwable cause) {
        String words =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        String line = CONTROL.matcher(words).replaceAll(" ");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "\u2026";
    }

    private static Release read(byte[] answer) throws IOException {
        try {
            return Release.read(JsonMapper.shared().readTree(answer))
                    .orElseThrow(() -> new IOException("it answers no object with a version and a url that can be"));
        } catch (JacksonException e) {
            throw new IOException("it answers no JSON", e);
        }
    }
}
