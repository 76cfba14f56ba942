package dev.liveticker.benchmarks.soak;

import java.net.ProtocolException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What comes before the body of an HTTP/1.1 response (RFC 9112, section 2.1).
 *
 * @param fields by their names in lower case
 */
record HttpHead(int status, Map<String, String> fields) {

    private static final int LONGEST_WAIT_SECONDS = 60;

    HttpHead {
        fields = Map.copyOf(fields);
    }

    static HttpHead parse(String text) throws ProtocolException {
        List<String> lines = text.lines().toList();
        String[] first = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("[1-5][0-9]{2}")) {
            throw new ProtocolException("not a response: " + (lines.isEmpty() ? "" : lines.getFirst()));
        }
        Map<String, String> fields = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new HttpHead(Integer.parseInt(first[1]), fields);
    }

    boolean chunked() {
        return fields.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
    }

    /** Of the body, bytes; 0 if it does not say. */
    int length() throws ProtocolException {
        String length = fields.getOrDefault("content-length", "0");
        if (!length.matches("[0-9]{1,9}")) {
            throw new ProtocolException("a length of " + length);
        }
        return Integer.parseInt(length);
    }

    /** How long to stay away; zero if it does not say. */
    Duration retryAfter() {
        String seconds = fields.getOrDefault("retry-after", "");
        return seconds.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Integer.parseInt(seconds)))
                : Duration.ZERO;
    }

    /** @throws TurnedAwayException if the status is another one */
    void expect(int wanted) throws TurnedAwayException {
        if (status != wanted) {
            throw new TurnedAwayException("HTTP " + status, retryAfter());
        }
    }
}
