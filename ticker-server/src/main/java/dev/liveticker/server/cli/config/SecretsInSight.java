package dev.liveticker.server.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Secrets that every user of the machine can read. */
final class SecretsInSight {

    /** What holds what nobody else may know. */
    static final Set<String> SECRET = Set.of(
            "--auth-secret-file",
            "--key-file",
            "--tls-key",
            "--tls-keystore",
            "--tls-password-file",
            "--cluster-password-file");

    private static final Pattern PASSWORD_IN_URL = Pattern.compile("--[a-z-]+=[a-z]+://[^/@]*:[^/@]+@.*");

    private SecretsInSight() {}

    static List<String> of(Path file, List<ConfigFile.Setting> settings) {
        List<String> found = new ArrayList<>();
        boolean open = isReadByAll(file);
        for (ConfigFile.Setting setting : settings) {
            String key = Settable.key(setting.option());
            for (String argument : setting.arguments()) {
                if (SECRET.contains(setting.option().longestName())
                        && isReadByAll(argument.substring(argument.indexOf('=') + 1))) {
                    found.add(setting.place() + ": every user of this machine can read what " + key
                            + " names; chmod o-r takes that from them");
                }
                if (open && PASSWORD_IN_URL.matcher(argument).matches()) {
                    found.add(setting.place() + ": " + key + " holds a password, and every user of this machine can"
                            + " read this file");
                }
            }
        }
        return found;
    }

    private static boolean isReadByAll(String file) {
        try {
            return isReadByAll(Path.of(file));
        } catch (InvalidPathException e) {
            // Its option says so.
            return false;
        }
    }

    /** Also false where that cannot be told; whoever reads the file says why. */
    private static boolean isReadByAll(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
