package dev.liveticker.feed.link;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Where things are on a server, which may itself live below a path of its host. */
public final class ServerPath {

    private ServerPath() {}

    /**
     * The address of a resource.
     *
     * @param path such as {@code v1/events}
     */
    public static URI of(URI server, String path) {
        String base = server.getRawPath() == null ? "" : server.getRawPath();
        return URI.create(server.getScheme() + "://" + server.getRawAuthority()
                + (base.endsWith("/") ? base : base + "/") + path);
    }

    /** The same with a query, whose values are encoded. */
    public static URI of(URI server, String path, Map<String, String> query) {
        return URI.create(of(server, path)
                + query.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", "")));
    }

    /** Any text as one segment of a path. */
    public static String segment(String text) {
        // The encoding of forms, but for the blank.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The server's host and port for people, such as {@code 127.0.0.1:8080}. */
    public static String authority(URI server) {
        return server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
    }
}
