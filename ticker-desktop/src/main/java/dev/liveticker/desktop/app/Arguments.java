package dev.liveticker.desktop.app;

import java.io.PrintStream;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Reads what the program is started with. Apart from {@link Main}, so that a start without any has nothing to do with
 * the library that reads them, whose classes the JVM's cache does not take.
 */
final class Arguments {

    private Arguments() {}

    /**
     * @param into what they choose
     * @return the exit code, if there is nothing to start
     */
    static OptionalInt read(String[] arguments, LaunchOptions into, PrintStream out, PrintStream err) {
        CommandLine command = new CommandLine(into);
        try {
            command.parseArgs(arguments);
        } catch (ParameterException e) {
            err.println("live-ticker: " + e.getMessage() + " (see --help)");
            return OptionalInt.of(Main.BAD_OPTIONS);
        }
        if (command.isUsageHelpRequested()) {
            command.usage(out);
            return OptionalInt.of(0);
        }
        if (command.isVersionHelpRequested()) {
            command.printVersionHelp(out);
            return OptionalInt.of(0);
        }
        return OptionalInt.empty();
    }
}
