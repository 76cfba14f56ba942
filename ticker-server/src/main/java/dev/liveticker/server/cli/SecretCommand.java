package dev.liveticker.server.cli;

import dev.liveticker.server.access.SecretFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ticker-server secret --out FILE}: makes a secret to sign tokens with. */
@Command(
        name = "secret",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        sortOptions = false,
        description = "Writes a new random secret for --auth-secret-file, which only its owner can read.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the file is there", "2:a bad option, or there is a file already"})
final class SecretCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to; must not exist.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        try {
            SecretFile.create(out);
            return ExitCode.OK;
        } catch (FileAlreadyExistsException e) {
            throw new ParameterException(spec.commandLine(), "there is a file " + out + " already", e);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot write " + e.getMessage(), e);
        }
    }
}
