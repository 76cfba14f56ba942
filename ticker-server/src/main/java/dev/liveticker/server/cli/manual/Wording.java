package dev.liveticker.server.cli.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What picocli knows of a command, as its help would say it. */
final class Wording {

    private Wording() {}

    /** One paragraph, its defaults filled in. */
    static String of(String... description) {
        return String.join(" ", description)
                .replace("%n", " ")
                .replace("%%", "%")
                .strip();
    }

    /** Up to the first full stop that ends a sentence, without it. */
    static String firstSentence(String text) {
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** Those that help shows. */
    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    /** Those that help shows, by their names. */
    static Map<String, CommandSpec> commands(CommandSpec command) {
        Map<String, CommandSpec> shown = new LinkedHashMap<>();
        command.subcommands().forEach((name, line) -> {
            if (!line.getCommandSpec().usageMessage().hidden()) {
                shown.put(name, line.getCommandSpec());
            }
        });
        return shown;
    }

    /**
     * The options by what they are about: first those of no group, then each group of options of a class of their own.
     */
    static Map<String, List<OptionSpec>> sections(CommandSpec command, List<OptionSpec> options) {
        Map<String, String> sectionOf = new LinkedHashMap<>();
        command.mixins().forEach((section, mixin) -> {
            if (!section.equals("mixinStandardHelpOptions")) {
                mixin.options().forEach(option -> sectionOf.put(option.longestName(), section));
            }
        });
        Map<String, List<OptionSpec>> sections = new LinkedHashMap<>();
        sections.put("General", new ArrayList<>());
        sectionOf.values().forEach(section -> sections.put(section, new ArrayList<>()));
        options.forEach(option -> sections.getOrDefault(
                        sectionOf.getOrDefault(option.longestName(), "General"), new ArrayList<>())
                .add(option));
        sections.values().removeIf(List::isEmpty);
        return sections;
    }
}
