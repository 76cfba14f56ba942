package dev.liveticker.server.cli.manual;

import dev.liveticker.server.cli.config.ValueKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A value that an option may have: its default, else the one that its description gives as an example, else one that
 * shows the form.
 */
final class Example {

    private static final Pattern DEFAULT = Pattern.compile("\\(default: ([\\w-]+)\\)");
    private static final Pattern SUCH_AS = Pattern.compile("such as (\\S+?)[;,.)]*(?:\\s|$)");

    private Example() {}

    /** As TOML. */
    static String of(OptionSpec option) {
        String label = option.paramLabel();
        return switch (ValueKind.of(option)) {
            case FLAG -> "true";
            case WHOLE -> usual(option).filter(Example::isNumber).orElse("1");
            case SCALAR -> {
                String value = word(option);
                yield isNumber(value) ? value : Toml.text(value);
            }
            case TEXT -> Toml.text(word(option));
            case LIST -> Toml.list(suchAs(option).map(Example::parts).orElse(List.of(label)));
            case TABLE -> Toml.table(suchAs(option).map(Example::parts).orElse(List.of(label)));
        };
    }

    private static String word(OptionSpec option) {
        if (option.typeInfo().getType() == Path.class) {
            return "/path/to/" + option.paramLabel().toLowerCase(Locale.ROOT);
        }
        return usual(option).or(() -> choice(option)).or(() -> suchAs(option)).orElse(option.paramLabel());
    }

    private static Optional<String> usual(OptionSpec option) {
        return Optional.ofNullable(option.defaultValue()).or(() -> first(DEFAULT, option));
    }

    private static Optional<String> choice(OptionSpec option) {
        if (option.completionCandidates() == null) {
            return Optional.empty();
        }
        Iterator<String> choices = option.completionCandidates().iterator();
        return choices.hasNext() ? Optional.of(choices.next()) : Optional.empty();
    }

    private static Optional<String> suchAs(OptionSpec option) {
        return first(SUCH_AS, option);
    }

    private static Optional<String> first(Pattern pattern, OptionSpec option) {
        Matcher matcher = pattern.matcher(Wording.of(option.description()));
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    private static List<String> parts(String text) {
        return Arrays.asList(text.split(",", -1));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }
}
