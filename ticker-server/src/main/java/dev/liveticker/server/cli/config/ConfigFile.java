package dev.liveticker.server.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;

/**
 * What a file says of a command's options: TOML in which each key is an option without its dashes. It is held against
 * the options there are and the kind of value each has; what a value means is left to the option, to which it is handed
 * as if it had been said on the command line. So a file can say nothing that the command line cannot, and options that
 * contradict each other do so wherever they are said.
 */
public final class ConfigFile {

    /** One key, and what it comes to on the command line. */
    record Setting(OptionSpec option, String place, List<String> arguments) {}

    private final Path path;
    private final List<Setting> settings;

    private ConfigFile(Path path, List<Setting> settings) {
        this.path = path;
        this.settings = settings;
    }

    /**
     * Reads it; at most 256 KiB of UTF-8.
     *
     * @param command whose options it may set
     * @throws BadConfigException if it cannot be read, is no TOML, or names what there is not or is of the wrong kind
     */
    public static ConfigFile read(Path file, CommandSpec command) throws BadConfigException {
        ConfigText text = ConfigText.read(file);
        Map<String, OptionSpec> known = Settable.options(command).stream()
                .collect(Collectors.toMap(Settable::key, option -> option, (one, other) -> one, LinkedHashMap::new));
        List<Setting> settings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : text.root().properties()) {
            String key = entry.getKey();
            String place = file + text.lines().place(key);
            OptionSpec option = known.get(key);
            if (option == null) {
                problems.add(place + ": " + unknown(key, entry.getValue(), known));
                continue;
            }
            try {
                settings.add(new Setting(option, place, ValueKind.of(option).arguments(option, entry.getValue())));
            } catch (IllegalArgumentException e) {
                problems.add(place + ": " + key + " " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadConfigException(problems);
        }
        return new ConfigFile(file, settings);
    }

    private static String unknown(String key, JsonNode value, Map<String, OptionSpec> known) {
        String shown = key.length() > 60 ? key.substring(0, 60) + "..." : key;
        String printable = shown.replaceAll("\\p{Cc}", "?");
        String likely = key.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("^-+", "");
        if (known.containsKey(likely)) {
            return "there is no setting '" + printable + "'; " + likely + " is meant, it seems";
        }
        return "there is no setting '" + printable + "'"
                + (value.isObject() ? ", and no part of the file has a name in brackets" : "");
    }

    /** How many options it sets. */
    public int size() {
        return settings.size();
    }

    /** As said on the command line, without those that are said there already. */
    public List<String> arguments(Predicate<OptionSpec> saidAlready) {
        return settings.stream()
                .filter(setting -> !saidAlready.test(setting.option()))
                .flatMap(setting -> setting.arguments().stream())
                .toList();
    }

    /**
     * The message with, behind it, where in the file those options are set that it speaks of; as it is if it speaks of
     * none.
     */
    public String located(String message) {
        String places = settings.stream()
                .filter(setting -> speaksOf(message, setting))
                .map(setting -> Settable.key(setting.option()) + " is set in " + setting.place())
                .collect(Collectors.joining("; "));
        return places.isEmpty() ? message : message + " (" + places + ")";
    }

    private static boolean speaksOf(String message, Setting setting) {
        String name = Pattern.quote(setting.option().longestName());
        if (Pattern.compile(name + "(?![a-z-])").matcher(message).find()) {
            return true;
        }
        return setting.option().typeInfo().getType() == Path.class
                && setting.arguments().stream()
                        .map(argument -> argument.substring(argument.indexOf('=') + 1))
                        .anyMatch(path -> names(message, path));
    }

    /** Whether a path stands in it by itself or before that of something in it, and not as a part of another word. */
    private static boolean names(String message, String path) {
        return Pattern.compile("(?<![\\w./-])" + Pattern.quote(path) + "(?![\\w-]|\\.\\w)")
                .matcher(message)
                .find();
    }

    /** What is unwise about it though it can be used; sentences for people. */
    public List<String> warnings() {
        return SecretsInSight.of(path, settings);
    }
}
