package dev.liveticker.server.transport.websocket;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a client offers a compression that this server can do (RFC 7692 section 7.1). */
final class DeflateOffer {

    private static final String EXTENSION = "permessage-deflate";

    /**
     * The answer to an offer: each message stands alone, in both directions, so that a compressed frame can be shared
     * and an idle connection holds no window.
     */
    static final String ANSWER = EXTENSION + "; server_no_context_takeover; client_no_context_takeover";

    private DeflateOffer() {}

    /** @param headers values of {@code Sec-WebSocket-Extensions}; what is not understood is declined */
    static boolean acceptable(List<String> headers) {
        return headers.stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .anyMatch(DeflateOffer::acceptableOffer);
    }

    private static boolean acceptableOffer(String offer) {
        String[] parts = offer.split(";", -1);
        if (!parts[0].strip().equalsIgnoreCase(EXTENSION)) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].strip().split("=", 2);
            String name = parameter[0].strip().toLowerCase(Locale.ROOT);
            boolean valued = parameter.length == 2;
            boolean understood = switch (name) {
                case "server_no_context_takeover", "client_no_context_takeover" -> !valued;
                // A hint, or a limit on the client's own window; Inflate copes with any.
                case "client_max_window_bits" -> !valued || isWindow(parameter[1].strip());
                // java.util.zip cannot make its window smaller, as server_max_window_bits asks.
                default -> false;
            };
            if (!understood || !seen.add(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWindow(String value) {
        return value.matches("\"?(8|9|1[0-5])\"?");
    }
}
