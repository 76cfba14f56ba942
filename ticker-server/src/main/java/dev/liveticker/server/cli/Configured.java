package dev.liveticker.server.cli;

import dev.liveticker.server.cli.config.BadConfigException;
import dev.liveticker.server.cli.config.ConfigFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs the server as a file and the command line say together: what the file says, as far as the command line does not
 * say otherwise, is put before it, and all of it is read once more. Default values of picocli's would do the same, but
 * leave out options of a group and could not be told from what nobody said, by which options that contradict each other
 * are found.
 */
final class Configured implements IExecutionStrategy {

    @Override
    public int execute(ParseResult said) {
        CommandLine line = said.commandSpec().commandLine();
        Main main = line.getCommand();
        Path named = main.config();
        boolean help = said.isUsageHelpRequested() || said.isVersionHelpRequested();
        if (help || said.hasSubcommand() || named == null) {
            return new RunLast().execute(said);
        }
        ConfigFile file;
        try {
            file = ConfigFile.read(named, said.commandSpec());
        } catch (BadConfigException e) {
            e.problems().forEach(problem -> Main.complain(line, problem));
            return ExitCode.USAGE;
        }
        file.warnings().forEach(warning -> Main.complain(line, "warning: " + warning));
        List<String> all = new ArrayList<>(file.arguments(said::hasMatchedOption));
        all.addAll(said.originalArgs());
        return Main.line(file::located)
                .setOut(line.getOut())
                .setErr(line.getErr())
                .execute(all.toArray(String[]::new));
    }
}
