package dev.liveticker.benchmarks.soak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a client wants, as a query. */
final class StreamTarget {

    private StreamTarget() {}

    static String of(String path, Wishes wishes) {
        return path + "?channels=" + (wishes.trades() ? "quotes,trades" : "quotes") + "&symbols="
                + wishes.symbols().stream()
                        .map(symbol -> URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(","))
                + (wishes.maxRate() > 0 ? "&maxRate=" + wishes.maxRate() : "");
    }
}
