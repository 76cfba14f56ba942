package dev.liveticker.server.cli.config;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which options of a command a file may set, and by which keys: all that change what it does and are no secret. */
public final class Settable {

    /** Where the file is cannot stand in it. */
    public static final String CONFIG = "--config";

    private Settable() {}

    /** In the order of the command's help. */
    public static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(Settable::is).toList();
    }

    private static boolean is(OptionSpec option) {
        return !option.hidden()
                && !option.usageHelp()
                && !option.versionHelp()
                && !option.longestName().equals(CONFIG);
    }

    /** The name without its dashes, such as {@code max-connections}. */
    public static String key(OptionSpec option) {
        return option.longestName().substring("--".length());
    }
}
