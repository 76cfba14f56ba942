package dev.liveticker.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command, for tests of what is made of its options. */
public final class Commands {

    private Commands() {}

    /** As it is started. */
    public static CommandLine line() {
        return Main.commandLine();
    }

    /** Its options and commands. */
    public static CommandSpec server() {
        return line().getCommandSpec();
    }
}
