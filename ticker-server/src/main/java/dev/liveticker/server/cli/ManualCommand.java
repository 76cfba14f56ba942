package dev.liveticker.server.cli;

import dev.liveticker.server.BuildVersion;
import dev.liveticker.server.cli.manual.ManPage;
import dev.liveticker.server.cli.manual.SettingsTemplate;
import dev.liveticker.server.cli.manual.Toml;
import dev.liveticker.server.cli.manual.ZshCompletion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ticker-server manual --out DIR}: writes what goes beside the program into a package. */
@Command(
        name = "manual",
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        sortOptions = false,
        description = "Writes manual pages, completions for bash and zsh, and a file of settings.")
final class ManualCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to; made if it is not there.")
    private Path out = Path.of("");

    @Option(names = "--date", paramLabel = "DATE", defaultValue = "", description = "What manual pages show as theirs.")
    private String date = "";

    @Option(names = "--set", paramLabel = "KEY=TEXT", description = "What is in force in the file of settings.")
    private Map<String, String> chosen = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        CommandSpec server = spec.root();
        String name = server.name();
        List<CommandSpec> pages = new ArrayList<>(List.of(server));
        for (CommandLine each : server.subcommands().values()) {
            if (!each.getCommandSpec().usageMessage().hidden()) {
                pages.add(each.getCommandSpec());
            }
        }
        for (CommandSpec page : pages) {
            write("man1", ManPage.file(page), ManPage.write(page, date, "Live Ticker " + BuildVersion.current()));
        }
        write("bash", name, AutoComplete.bash(name, server.commandLine()));
        write("zsh", "_" + name, ZshCompletion.write(server));
        Map<String, String> inForce = new LinkedHashMap<>();
        chosen.forEach((key, text) -> inForce.put(key, Toml.text(text)));
        try {
            write("conf", "server.toml", SettingsTemplate.write(server, inForce));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--set: " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    private void write(String folder, String name, String text) throws IOException {
        Path there = Files.createDirectories(out.resolve(folder));
        Files.writeString(there.resolve(name), text.replace(System.lineSeparator(), "\n"));
    }
}
