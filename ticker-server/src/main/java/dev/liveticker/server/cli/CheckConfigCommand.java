package dev.liveticker.server.cli;

import dev.liveticker.server.cli.config.BadConfigException;
import dev.liveticker.server.cli.config.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ticker-server check-config FILE}: says whether a server would start with it. */
@Command(
        name = "check-config",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        sortOptions = false,
        description =
                "Says whether a file for --config is right, and the files that it names. Starts nothing, and takes"
                        + " no port.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a server would start with it, as far as that can be told; there may be warnings",
            "1:it would not; each line says where and why",
            "2:a bad option"
        })
final class CheckConfigCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "/etc/live-ticker/server.toml",
            description = "The file (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        CommandLine own = spec.commandLine();
        ConfigFile config;
        try {
            config = ConfigFile.read(file, spec.root());
        } catch (BadConfigException e) {
            e.problems().forEach(problem -> Main.complain(own, problem));
            return ExitCode.SOFTWARE;
        }
        List<String> warnings = config.warnings();
        warnings.forEach(warning -> Main.complain(own, "warning: " + warning));
        List<String> problems =
                Rehearsal.problems(Main.line(config::located).setErr(own.getErr()), config.arguments(option -> false));
        for (String problem : problems) {
            String placed = config.located(problem);
            Main.complain(own, placed.equals(problem) ? file + ": " + problem : placed);
        }
        if (!problems.isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        own.getOut()
                .println(file + " is right: it sets " + config.size() + (config.size() == 1 ? " option" : " options"));
        own.getOut().flush();
        return ExitCode.OK;
    }
}
