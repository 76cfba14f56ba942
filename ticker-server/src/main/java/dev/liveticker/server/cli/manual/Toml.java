package dev.liveticker.server.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as TOML has them (TOML 1.0). */
public final class Toml {

    private Toml() {}

    /** A basic string. */
    public static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(each -> {
            if (each == '"' || each == '\\') {
                out.append('\\').appendCodePoint(each);
            } else if (Character.isISOControl(each)) {
                out.append(String.format(Locale.ROOT, "\\u%04X", each));
            } else {
                out.appendCodePoint(each);
            }
        });
        return out.append('"').toString();
    }

    /** An array of basic strings. */
    static String list(List<String> texts) {
        return texts.stream().map(Toml::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** An inline table of basic strings. */
    static String table(List<String> entries) {
        return entries.stream()
                .map(entry -> entry.split("=", 2))
                .map(entry -> key(entry[0]) + " = " + text(entry.length > 1 ? entry[1] : ""))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String key(String name) {
        return name.matches("[A-Za-z0-9_-]+") ? name : text(name);
    }
}
