package dev.liveticker.server.cli.manual;

import dev.liveticker.server.cli.config.Settable;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A file for {@code --config} with every option that may stand in it, described and, unless chosen, not in force. */
public final class SettingsTemplate {

    private static final int WIDTH = 100;

    private static final List<String> HEAD = List.of(
            "Settings of ticker-server, for --config. In TOML (https://toml.io), and each an option of the command line"
                    + " without its dashes: what is said there wins over what is said here.",
            "",
            "A setting is in force when no # stands before it. Each is shown with its default or, where it has none, with"
                    + " an example. Several values are a list in brackets, also where an option has them joined by commas.",
            "",
            "ticker-server check-config FILE says whether a file is right.");

    private SettingsTemplate() {}

    /**
     * The text of the file, which ends with a line end.
     *
     * @param chosen what is in force, as TOML, by key
     * @throws IllegalArgumentException if a key is none
     */
    public static String write(CommandSpec command, Map<String, String> chosen) {
        List<OptionSpec> options = Settable.options(command);
        List<String> keys = options.stream().map(Settable::key).toList();
        chosen.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("there is no setting '" + key + "'");
        });
        StringBuilder out = new StringBuilder();
        HEAD.forEach(line -> comment(out, line));
        Wording.sections(command, options).forEach((section, all) -> {
            out.append("\n\n## ").append(section).append('\n');
            for (OptionSpec option : all) {
                String key = Settable.key(option);
                String value = chosen.get(key);
                out.append('\n');
                comment(out, Wording.of(option.description()));
                out.append(value == null ? "#" : "")
                        .append(key)
                        .append(" = ")
                        .append(value == null ? Example.of(option) : value)
                        .append('\n');
            }
        });
        return out.toString();
    }

    private static void comment(StringBuilder out, String text) {
        StringBuilder line = new StringBuilder("#");
        for (String word : text.split(" ", -1)) {
            if (line.length() > 1 && line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line.setLength(1);
            }
            if (!word.isEmpty()) {
                line.append(' ').append(word);
            }
        }
        out.append(line).append('\n');
    }
}
