package dev.liveticker.server.transport;

import dev.liveticker.server.access.AddressRange;
import dev.liveticker.server.access.TrustedProxies;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom proxies say a request is from: of all hops they name, from the last to the first, the first that is none of
 * ours. What stands before that hop was said by it, and is not believed.
 *
 * @param address its address; {@link #UNKNOWN} where a proxy of ours names none
 * @param scheme it speaks with the first proxy of ours; absent where that is not said
 */
record ForwardedClient(InetAddress address, @Nullable String scheme) {

    /** Shared by all whose address a proxy keeps to itself: they count as one, and never as this machine. */
    static final InetAddress UNKNOWN = AddressRange.literal("0.0.0.0");

    /**
     * As {@code X-Forwarded-For} and {@code X-Forwarded-Proto} say.
     *
     * @param addresses the values of all fields of the first name, in order; empty for none
     * @param schemes likewise of the second
     * @return empty if they say nothing
     */
    static Optional<ForwardedClient> ofXForwarded(
            List<String> addresses, List<String> schemes, TrustedProxies proxies) {
        List<String> hops = split(addresses);
        List<String> spoken = split(schemes);
        List<ForwardedClient> named = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            // A proxy that adds its own to the list adds to both; one that knows the way from the client says it alone.
            String scheme = spoken.size() == hops.size() ? spoken.get(i) : spoken.size() == 1 ? spoken.getFirst() : "";
            named.add(new ForwardedClient(address(hops.get(i)), scheme(scheme)));
        }
        return outermost(named, proxies);
    }

    /**
     * As {@code Forwarded} says (RFC 7239).
     *
     * @param fields the values of all fields of that name, in order; empty for none
     * @return empty if they say nothing
     */
    static Optional<ForwardedClient> ofForwarded(List<String> fields, TrustedProxies proxies) {
        List<ForwardedClient> named = new ArrayList<>();
        for (String field : fields) {
            Optional<List<ForwardedElement>> elements = ForwardedElement.parse(field);
            if (elements.isEmpty()) {
                named.add(new ForwardedClient(UNKNOWN, null));
            } else {
                elements.get()
                        .forEach(element -> named.add(
                                new ForwardedClient(address(element.value("for")), scheme(element.value("proto")))));
            }
        }
        return outermost(named, proxies);
    }

    private static Optional<ForwardedClient> outermost(List<ForwardedClient> named, TrustedProxies proxies) {
        for (ForwardedClient hop : named.reversed()) {
            if (!proxies.contains(hop.address)) {
                return Optional.of(hop);
            }
        }
        // Ours alone: then the first of them asks for itself.
        return named.stream().findFirst();
    }

    private static List<String> split(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** With a port or without (RFC 7239 section 6), {@code unknown} and made-up names for what they are. */
    private static InetAddress address(String node) {
        String host = node;
        int bracket = node.indexOf(']');
        if (node.startsWith("[") && bracket > 0) {
            if (!node.substring(bracket + 1).matches("(:.*)?")) {
                return UNKNOWN;
            }
            host = node.substring(1, bracket);
        } else if (node.indexOf(':') >= 0 && node.indexOf(':') == node.lastIndexOf(':')) {
            host = node.substring(0, node.indexOf(':'));
        }
        try {
            return AddressRange.literal(host);
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static @Nullable String scheme(String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "http", "ws" -> "http";
            case "https", "wss" -> "https";
            default -> null;
        };
    }
}
