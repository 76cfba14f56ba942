package dev.liveticker.server.transport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query of a request: names and values, percent-decoded as UTF-8, {@code +} read as a blank. A list is written with
 * commas, by repeating the name, or both. Unknown names are ignored.
 */
public final class Query {

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @throws RefusedException if an escape is broken, or what it stands for is no UTF-8 */
    public static Query parse(String raw) throws RefusedException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return new Query(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The one value of a name.
     *
     * @throws RefusedException if it was given more than once
     */
    public Optional<String> text(String name) throws RefusedException {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw RefusedException.badParameter(name, "given more than once");
        }
        return given.stream().findFirst();
    }

    /** The one value of a name that must be there and not be blank. */
    public String required(String name) throws RefusedException {
        return text(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> RefusedException.badParameter(name, "missing"));
    }

    /** A whole number within a range, or the one to take where none was given. */
    public long number(String name, long least, long most, long otherwise) throws RefusedException {
        Optional<String> given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(given.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, in the caller's words.
        }
        throw RefusedException.badParameter(name, "a whole number from " + least + " to " + most + " expected");
    }

    /** All values of a name, in order, blanks around them dropped. */
    public List<String> list(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String decode(String text) throws RefusedException {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? hex(text.charAt(i + 1)) : -1;
                int low = i + 2 < text.length() ? hex(text.charAt(i + 2)) : -1;
                if (high < 0 || low < 0) {
                    throw RefusedException.badQuery("a percent sign is not followed by two hexadecimal digits");
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else if (c > 0x7E || c < 0x20) {
                throw RefusedException.badQuery("a character must be percent-encoded");
            } else {
                bytes.put((byte) (c == '+' ? ' ' : c));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw RefusedException.badQuery("an escape is not UTF-8");
        }
    }

    /** The value of a digit; Character.digit alone takes those of every alphabet. */
    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
