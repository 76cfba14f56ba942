package dev.liveticker.server.cli.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * On which lines of a TOML file keys stand, for what is said to people: the reader of TOML tells of a value no longer
 * where it was. Looked for by the first thing on a line, so that one in a text of several lines may be taken for a key.
 */
record KeyLines(Map<String, List<Integer>> lines) {

    private static final Pattern KEY =
            Pattern.compile("\\s*(?:\\[{1,2}\\s*)?(?:\"([^\"\\\\]*)\"|'([^']*)'|([A-Za-z0-9_-]+))\\s*[=.\\]].*");

    static KeyLines of(String text) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher matcher = KEY.matcher(line.strip());
            if (matcher.matches()) {
                String key = firstOf(matcher);
                lines.computeIfAbsent(key, any -> new ArrayList<>()).add(number);
            }
        }
        return new KeyLines(lines);
    }

    /** The key, whichever way it is written. */
    private static String firstOf(Matcher matcher) {
        return IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Such as {@code ", line 3"}; empty if that is not certain. */
    String place(String key) {
        List<Integer> found = lines.getOrDefault(key, List.of());
        return found.size() == 1 ? ", line " + found.getFirst() : "";
    }

    /** What is wrong when a key is there twice; without its name if that is not found. */
    String twice() {
        return lines.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .findFirst()
                .map(each -> ", line " + each.getValue().get(1) + ": '" + each.getKey() + "' is set already in line "
                        + each.getValue().getFirst())
                .orElse(": a key is set twice");
    }
}
