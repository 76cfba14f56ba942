package dev.liveticker.server.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one proxy says in a field {@code Forwarded} (RFC 7239 section 4).
 *
 * @param pairs by name in lower case
 */
record ForwardedElement(Map<String, String> pairs) {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /** What stands for a name; empty if nothing does. */
    String value(String name) {
        return pairs.getOrDefault(name, "");
    }

    /** The elements of one field, in order; empty if it is malformed, since then nobody knows where one begins. */
    static Optional<List<ForwardedElement>> parse(String field) {
        return new Reader(field).elements();
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Optional<List<ForwardedElement>> elements() {
            List<ForwardedElement> elements = new ArrayList<>();
            Map<String, String> pairs = new HashMap<>();
            while (true) {
                skipSpace();
                if (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ';') {
                    if (!pair(pairs)) {
                        return Optional.empty();
                    }
                    skipSpace();
                }
                boolean end = at == text.length();
                if (!end && text.charAt(at) != ',' && text.charAt(at) != ';') {
                    return Optional.empty();
                }
                if ((end || text.charAt(at) == ',') && !pairs.isEmpty()) {
                    elements.add(new ForwardedElement(Map.copyOf(pairs)));
                    pairs.clear();
                }
                if (end) {
                    return Optional.of(elements);
                }
                at++;
            }
        }

        /** False if there is none, or one of that name was there. */
        private boolean pair(Map<String, String> pairs) {
            Optional<String> name = token();
            if (name.isEmpty() || at == text.length() || text.charAt(at) != '=') {
                return false;
            }
            at++;
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            Optional<String> value = quoted ? quoted() : unquoted();
            return value.isPresent() && pairs.putIfAbsent(name.get().toLowerCase(Locale.ROOT), value.get()) == null;
        }

        private Optional<String> token() {
            int begin = at;
            while (at < text.length() && isTokenCharacter(text.charAt(at))) {
                at++;
            }
            return at == begin ? Optional.empty() : Optional.of(text.substring(begin, at));
        }

        /** Some leave out the quotes around a port or an address of IPv6. */
        private Optional<String> unquoted() {
            int begin = at;
            while (at < text.length() && (isTokenCharacter(text.charAt(at)) || "[]:".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            return at == begin ? Optional.empty() : Optional.of(text.substring(begin, at));
        }

        private Optional<String> quoted() {
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char next = text.charAt(at);
                if (next == '"') {
                    at++;
                    return Optional.of(value.toString());
                }
                if (next == '\\' && ++at == text.length()) {
                    return Optional.empty();
                }
                value.append(text.charAt(at));
            }
            return Optional.empty();
        }

        private void skipSpace() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
        }

        private static boolean isTokenCharacter(char c) {
            return (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || TOKEN_MARKS.indexOf(c) >= 0;
        }
    }
}
