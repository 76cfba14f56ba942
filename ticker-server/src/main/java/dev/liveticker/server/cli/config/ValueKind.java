package dev.liveticker.server.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;

/** What the value of an option looks like in TOML. */
public enum ValueKind {
    /** {@code true} or {@code false}. */
    FLAG("true or false"),
    /** An integer. */
    WHOLE("a whole number"),
    /** A string. */
    TEXT("text in quotes"),
    /** A string, number or time, whose sense its option judges. */
    SCALAR("text in quotes or a number"),
    /** An array of strings. */
    LIST("a list of texts, such as [\"one\", \"other\"]"),
    /** A table of strings. */
    TABLE("a table of texts, such as { one = \"text\", other = \"text\" }");

    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);
    private static final Set<Class<?>> WHOLES = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> TEXTS = Set.of(String.class, java.nio.file.Path.class, java.net.URI.class);

    private final String expected;

    ValueKind(String expected) {
        this.expected = expected;
    }

    /** That of an option. */
    public static ValueKind of(OptionSpec option) {
        if (option.typeInfo().isMap()) {
            return TABLE;
        }
        if (option.isMultiValue()) {
            return LIST;
        }
        Class<?> type = option.typeInfo().getType();
        if (FLAGS.contains(type)) {
            return FLAG;
        }
        if (WHOLES.contains(type)) {
            return WHOLE;
        }
        return TEXTS.contains(type) ? TEXT : SCALAR;
    }

    /**
     * What to say of the option on the command line; nothing where that is what it is without.
     *
     * @throws IllegalArgumentException if it is of another kind or no text that an option can have; the message says
     *     so, and makes a sentence behind the key
     */
    List<String> arguments(OptionSpec option, JsonNode value) {
        String name = option.longestName();
        return switch (this) {
            case FLAG -> {
                require(value.isBoolean(), value);
                yield value.booleanValue() ? List.of(name) : off(option);
            }
            case WHOLE -> {
                require(value.isIntegralNumber(), value);
                yield List.of(name + "=" + value.numberValue());
            }
            case TEXT -> {
                require(value.isString(), value);
                yield List.of(name + "=" + text(value));
            }
            case SCALAR -> {
                require(value.isString() || value.isNumber(), value);
                yield List.of(name + "=" + (value.isString() ? text(value) : String.valueOf(value.numberValue())));
            }
            case LIST -> {
                require(value.isArray(), value);
                List<String> all = new ArrayList<>();
                value.forEach(each -> all.add(name + "=" + part(each)));
                yield all;
            }
            case TABLE -> {
                require(value.isObject(), value);
                List<String> all = new ArrayList<>();
                for (Map.Entry<String, JsonNode> each : value.properties()) {
                    all.add(name + "=" + each.getKey() + "=" + part(each.getValue()));
                }
                yield all;
            }
        };
    }

    private static List<String> off(OptionSpec option) {
        if (!option.negatable()) {
            return List.of();
        }
        return List.of(
                option.command().negatableOptionTransformer().makeNegative(option.longestName(), option.command()));
    }

    private String part(JsonNode value) {
        require(value.isString(), value);
        return text(value);
    }

    private static String text(JsonNode value) {
        String text = value.stringValue();
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be empty; a line that is not wanted begins with #");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("holds a line end or another control character");
        }
        return text;
    }

    private void require(boolean fits, JsonNode value) {
        if (!fits) {
            throw new IllegalArgumentException("must be " + expected + ", not " + name(value));
        }
    }

    private static String name(JsonNode value) {
        if (value.isString()) {
            return "text";
        }
        if (value.isIntegralNumber()) {
            return "a whole number";
        }
        if (value.isNumber()) {
            return "a number with a fraction";
        }
        if (value.isBoolean()) {
            return "true or false";
        }
        return value.isArray() ? "a list" : "a table";
    }
}
