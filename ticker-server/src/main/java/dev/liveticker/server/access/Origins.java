package dev.liveticker.server.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * From which pages a browser may use this server (RFC 6454). Its own are always allowed; any other must be named,
 * letter by letter.
 *
 * @param allowed beside its own, such as {@code https://board.example}
 * @param required whether a request must name one; programs that are no browser do not
 */
public record Origins(Set<String> allowed, boolean required) {

    public Origins {
        allowed = Set.copyOf(allowed);
    }

    /** Its own pages, and whatever is no page. */
    public static Origins own() {
        return new Origins(Set.of(), false);
    }

    /**
     * Reads origins as a person writes them.
     *
     * @throws IllegalArgumentException if one is not {@code scheme://host} or {@code scheme://host:port}
     */
    public static Origins parse(List<String> texts, boolean required) {
        Set<String> allowed = new LinkedHashSet<>();
        texts.forEach(text -> allowed.add(origin(text)));
        return new Origins(allowed, required);
    }

    private static String origin(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?")) {
            return lower.replaceFirst(lower.startsWith("https:") ? ":443$" : ":80$", "");
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no origin: http://host, https://host or either with :port expected, nothing behind");
    }

    /**
     * Whether a request may come from there.
     *
     * @param given the values of its header {@code Origin}; browsers send one, or none where the page is the server's
     * @param own where the server is for that request: scheme, host and port
     */
    public boolean allow(List<String> given, String own) {
        return switch (given.size()) {
            case 0 -> !required;
            case 1 -> given.getFirst().equals(own) || allowed.contains(given.getFirst());
            default -> false;
        };
    }

    /** The hosts that allowed pages come from; a proxy before this server is likely called so too. */
    public Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        allowed.forEach(origin -> hosts.add(host(origin)));
        return hosts;
    }

    /**
     * By its letters, since a URI knows of no host in what is called as no host should be, such as {@code my_board}.
     */
    private static String host(String origin) {
        return origin.substring(origin.indexOf("://") + 3).replaceFirst(":[0-9]{1,5}$", "");
    }
}
