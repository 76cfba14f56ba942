package dev.liveticker.server.transport.board;

import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Routes;
import io.undertow.io.IoCallback;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code GET /}: the board, and {@code /board/…}: what it is made of. Whoever asks gets it, since nothing of the market
 * is in it. Each file has an address of its own, so that nothing else can be reached.
 */
public final class BoardPage {

    private static final String FOLDER = "/dev/liveticker/server/board/";
    private static final String PAGE = "index.html";

    /** All there are; a test holds the list to the folder. */
    static final List<String> FILES = List.of(
            PAGE,
            "board.css",
            "icon.svg",
            "table.css",
            "tokens.css",
            "appearance.js",
            "candles.js",
            "chart.js",
            "connection.js",
            "emptiness.js",
            "english.js",
            "figures.js",
            "german.js",
            "history.js",
            "instruments.js",
            "legend.js",
            "main.js",
            "market.js",
            "order.js",
            "paint.js",
            "pulse.js",
            "quotation.js",
            "reader.js",
            "rest.js",
            "row.js",
            "scale.js",
            "search.js",
            "settings.js",
            "signin.js",
            "tab.js",
            "table.js",
            "text.js",
            "trend.js",
            "trends.js",
            "watchlist.js",
            "stream/alone.js",
            "stream/backoff.js",
            "stream/carriers.js",
            "stream/elected.js",
            "stream/ends.js",
            "stream/exchange.js",
            "stream/feed.js",
            "stream/line.js",
            "stream/others.js",
            "stream/picture.js",
            "stream/place.js",
            "stream/probe.js",
            "stream/route.js",
            "stream/shared.js",
            "stream/source.js",
            "stream/subscriptions.js",
            "stream/timers.js",
            "stream/wants.js",
            "stream/worker.js");

    /** Only what comes from here runs, looks or is connected to; it is in nobody's frame (CSP level 3). */
    private static final String POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final HttpString CONTENT_SECURITY_POLICY = new HttpString("Content-Security-Policy");
    private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");
    private static final HttpString OPENER_POLICY = new HttpString("Cross-Origin-Opener-Policy");

    private BoardPage() {}

    public static void addTo(Routes routes) {
        // Read when first asked for: most servers in a desktop never are, and all of it together is to be read,
        // packed and summed up.
        Map<String, PageFile> read = new ConcurrentHashMap<>();
        for (String name : FILES) {
            String path = name.equals(PAGE) ? "/" : "/board/" + name;
            routes.answerAnyone(path, (exchange, _) -> answer(exchange, read.computeIfAbsent(name, BoardPage::read)));
        }
    }

    private static PageFile read(String name) {
        try (InputStream in = BoardPage.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the board's " + name + " is not on the class path");
            }
            return PageFile.of(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the board's " + name + " cannot be read", e);
        }
    }

    private static void answer(HttpServerExchange exchange, PageFile file) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(CONTENT_SECURITY_POLICY, POLICY)
                .put(RESOURCE_POLICY, "same-origin")
                .put(OPENER_POLICY, "same-origin")
                .put(Headers.ETAG, file.tag())
                // To be asked for anew each time, which an unchanged file answers in one short line: no page is ever
                // put together of two versions.
                .put(Headers.CACHE_CONTROL, "no-cache")
                .put(Headers.VARY, "Accept-Encoding, Origin");
        HeaderValues known = exchange.getRequestHeaders().get(Headers.IF_NONE_MATCH);
        if (known != null && file.matches(known)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            exchange.endExchange();
            return;
        }
        headers.put(Headers.CONTENT_TYPE, file.mediaType());
        boolean zipped = Answers.takesGzip(exchange.getRequestHeaders().get(Headers.ACCEPT_ENCODING));
        if (zipped) {
            headers.put(Headers.CONTENT_ENCODING, "gzip");
        }
        Answers.limit(exchange);
        exchange.getResponseSender().send((zipped ? file.zipped() : file.plain()).duplicate(), IoCallback.END_EXCHANGE);
    }
}
