package dev.liveticker.server.transport;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes the token out of a request, so that nothing behind can log or repeat it: from {@code Authorization: Bearer}
 * (RFC 6750 section 2.1), from an entry {@code bearer.TOKEN} of {@code Sec-WebSocket-Protocol}, or from
 * {@code access_token} in the query.
 */
final class Credentials {

    private static final String SCHEME = "Bearer ";
    private static final String SUBPROTOCOL = "bearer.";
    private static final String PARAMETER = "access_token=";
    private static final String REDACTED = PARAMETER + "REDACTED";

    private Credentials() {}

    /** @param queryToken whether one in the query counts; it is taken out anyway */
    static Optional<String> take(HttpServerExchange exchange, boolean queryToken) throws RefusedException {
        HeaderMap headers = exchange.getRequestHeaders();
        List<String> found = new ArrayList<>();
        fromAuthorization(headers, found);
        fromSubprotocols(headers, found);
        List<String> inQuery = fromQuery(exchange);
        if (queryToken) {
            found.addAll(inQuery);
        }
        if (found.size() > 1) {
            throw new RefusedException(Problem.of(400, "many_tokens", "more than one token"));
        }
        return found.stream().findFirst();
    }

    private static void fromAuthorization(HeaderMap headers, List<String> found) {
        HeaderValues values = headers.get(Headers.AUTHORIZATION);
        if (values == null) {
            return;
        }
        for (String value : values) {
            if (value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                found.add(value.substring(SCHEME.length()).strip());
            }
        }
        headers.remove(Headers.AUTHORIZATION);
    }

    private static void fromSubprotocols(HeaderMap headers, List<String> found) {
        HeaderValues values = headers.get(Headers.SEC_WEB_SOCKET_PROTOCOL);
        if (values == null || values.stream().noneMatch(value -> value.contains(SUBPROTOCOL))) {
            return;
        }
        List<String> others = new ArrayList<>();
        for (String value : values) {
            for (String entry : value.split(",", -1)) {
                String name = entry.strip();
                if (name.startsWith(SUBPROTOCOL)) {
                    found.add(name.substring(SUBPROTOCOL.length()));
                } else {
                    others.add(name);
                }
            }
        }
        headers.remove(Headers.SEC_WEB_SOCKET_PROTOCOL);
        if (!others.isEmpty()) {
            headers.put(Headers.SEC_WEB_SOCKET_PROTOCOL, String.join(", ", others));
        }
    }

    private static List<String> fromQuery(HttpServerExchange exchange) throws RefusedException {
        List<String> found = new ArrayList<>();
        String query = exchange.getQueryString();
        if (!query.contains(PARAMETER)) {
            return found;
        }
        List<String> pairs = new ArrayList<>(Arrays.asList(query.split("&", -1)));
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).startsWith(PARAMETER)) {
                found.add(Query.parse(pairs.set(i, REDACTED)).required("access_token"));
            }
        }
        exchange.setQueryString(String.join("&", pairs));
        exchange.getQueryParameters().remove("access_token");
        return found;
    }
}
