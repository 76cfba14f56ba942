package dev.liveticker.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Scratch;
import dev.liveticker.fuzz.Target;
import dev.liveticker.server.cli.config.BadConfigException;
import dev.liveticker.server.cli.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The server's file of options: it is taken, or each thing that is wrong with it is told on a line that names it. */
public final class ServerTomlTarget implements Target {

    private final Scratch scratch = new Scratch();
    private final CommandSpec options = Main.commandLine().getCommandSpec();

    @Override
    public void take(byte[] input) throws IOException {
        Path file = scratch.only("server.toml", input);
        ConfigFile config;
        try {
            config = ConfigFile.read(file, options);
        } catch (BadConfigException e) {
            Claim.that(!e.problems().isEmpty(), () -> "nothing is said");
            for (String problem : e.problems()) {
                Claim.line(problem);
                Claim.that(problem.startsWith(file.toString()), () -> "the file is not named in: " + problem);
            }
            return;
        }
        config.warnings().forEach(Claim::line);
        List<String> arguments = config.arguments(option -> false);
        CommandLine line = Main.line(config::located);
        try {
            line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            Claim.line(config.located(Main.oneLine(e)));
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of("""
                        # What this server does.
                        port = 8080
                        host = "127.0.0.1"
                        heartbeat = 5
                        allow-origin = ["https://a.example", 'https://b.example']
                        """, """
                        "data" = '''/var/lib/ticker'''
                        speed = 2.5
                        start = 2026-03-06T09:30:00-05:00
                        max-connections = 0x10_00
                        simulate-faults = true
                        """, """
                        [server]
                        port = 8080
                        [[list]]
                        a.b = { c = [1, 2.5e3, inf, nan], d = "\\u20ac\\n" }
                        """, "port = 1\nport = 2\nPORT = 3\nunknown = \"x\"\n").stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
