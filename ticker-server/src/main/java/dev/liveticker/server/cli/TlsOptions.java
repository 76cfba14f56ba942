package dev.liveticker.server.cli;

import dev.liveticker.server.tls.TlsFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where certificate and key are. */
final class TlsOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "Speak TLS (https, wss) with this certificate: PEM, the server's own first, then its issuers'.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The private key of --tls-cert: PEM, not encrypted.")
    private @Nullable Path key;

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "Speak TLS with the one key and certificate in this PKCS#12 file, instead of --tls-cert.")
    private @Nullable Path store;

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "Its first line is the password of --tls-keystore.")
    private @Nullable Path password;

    /** Absent to speak without encryption. */
    @Nullable
    TlsFiles files() {
        pair("--tls-cert", certificate, "--tls-key", key);
        pair("--tls-keystore", store, "--tls-password-file", password);
        if (certificate != null && key != null) {
            if (store != null) {
                throw bad("--tls-cert and --tls-keystore cannot both be given");
            }
            return new TlsFiles.Pem(certificate, key);
        }
        return store != null && password != null ? new TlsFiles.Store(store, password) : null;
    }

    private void pair(String one, @Nullable Path first, String other, @Nullable Path second) {
        if ((first == null) != (second == null)) {
            throw bad(first == null ? other + " needs " + one : one + " needs " + other);
        }
    }

    private ParameterException bad(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
