package dev.liveticker.server.cli;

import static dev.liveticker.server.cli.CommandProcess.address;
import static dev.liveticker.server.cli.CommandProcess.run;
import static dev.liveticker.server.cli.CommandProcess.start;
import static dev.liveticker.server.cli.CommandProcess.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.access.Keys;
import dev.liveticker.server.cli.CommandProcess.Ended;
import dev.liveticker.server.tls.Certificates;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** TLS as people ask for it on the command line. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class SecureCommandTest {

    @TempDir
    Path folder;

    private final HeldCertificate own = Certificates.selfSigned("ticker");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int watch(String address, String... options) {
        List<String> all = new ArrayList<>(List.of("AAPL", "--server", address));
        all.addAll(List.of(options));
        return new CommandLine(new WatchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void hang_up_loads_a_new_certificate_and_the_server_goes_on() throws Exception {
        Certificates.pem(folder, own);
        Process process = start("--port", "0", "--tls-cert", folder + "/cert.pem", "--tls-key", folder + "/key.pem");
        try {
            String address = address(process).toString();
            assertThat(address).matches("https://127\\.0\\.0\\.1:[1-9][0-9]*");
            assertThat(watch(address, "--count", "1", "--pin", fingerprint(own)))
                    .isZero();

            HeldCertificate second = Certificates.selfSigned("second");
            Certificates.pem(folder, second);
            assumeTrue(hangUp(process), "there is a kill command");
            await().until(() -> watch(address, "--count", "1", "--pin", fingerprint(second)) == 0);

            Ended ended = stop(process);
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.err()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean hangUp(Process process) throws Exception {
        try {
            return new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String fingerprint(HeldCertificate held) {
        return Fingerprint.of(held.certificate()).toString();
    }

    @Test
    void an_expired_certificate_is_used_with_a_warning() throws Exception {
        Certificates.store(folder, Certificates.expired("ticker"), "s3cret");
        Process process = start(
                "--port", "0", "--tls-keystore", folder + "/server.p12", "--tls-password-file", folder + "/password");
        try {
            assertThat(address(process)).hasScheme("https");
            Ended ended = stop(process);
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.err()).singleElement().asString().contains("WARN", "the certificate expired on");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void others_can_reach_it_without_a_word_only_where_it_has_tls_and_tokens() throws Exception {
        Certificates.pem(folder, own);
        Path secret = Files.writeString(folder.resolve("secret"), Keys.SECRET);
        List<String> open = List.of(
                "--host",
                "0.0.0.0",
                "--port",
                "0",
                "--tls-cert",
                folder + "/cert.pem",
                "--tls-key",
                folder + "/key.pem");
        Ended refused = CommandHere.run(open.toArray(String[]::new));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).singleElement().asString().contains("without tokens");

        List<String> guarded = new ArrayList<>(open);
        guarded.addAll(List.of("--auth-secret-file", secret.toString()));
        Process process = start(guarded.toArray(String[]::new));
        try {
            assertThat(address(process)).hasScheme("https").hasHost("0.0.0.0");
            assertThat(stop(process).err()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tls-cert cert.pem | --tls-cert needs --tls-key",
                "--tls-key key.pem | --tls-key needs --tls-cert",
                "--tls-keystore server.p12 | --tls-keystore needs --tls-password-file",
                "--tls-cert cert.pem --tls-key key.pem --tls-keystore server.p12 --tls-password-file password"
                        + " | cannot both be given",
                "--tls-cert none.pem --tls-key key.pem | there is no file",
                "--tls-cert cert.pem --tls-key cert.pem | holds no private key",
                "--tls-keystore server.p12 --tls-password-file cert.pem | does not open the key store"
            })
    void what_cannot_be_ends_with_one_line_and_code_2(String options, String why) throws Exception {
        Certificates.pem(folder, own);
        Certificates.store(folder, own, "s3cret");
        String[] arguments = options.strip().split(" ");
        for (int i = 1; i < arguments.length; i += 2) {
            arguments[i] = folder.resolve(arguments[i]).toString();
        }
        Ended ended = CommandHere.run(arguments);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).singleElement().asString().contains(why).doesNotContain("Exception", "s3cret");
    }

    @Test
    void watch_shows_the_fingerprint_of_what_it_refuses_and_takes_it_as_a_pin() throws Exception {
        try (TickerServer server =
                TickerServer.start(ServerOptions.embedded().withTls(Certificates.pem(folder, own)))) {
            String address = server.address().toString();
            assertThat(watch(address)).isEqualTo(1);
            assertThat(err.toString())
                    .contains("refused: nobody whom this computer trusts has signed the certificate of 127.0.0.1:")
                    .contains("is of CN=ticker, signed by CN=ticker")
                    .contains("fingerprint " + fingerprint(own))
                    .contains("--pin");
            assertThat(out.toString()).isEmpty();
            assertThat(watch(address, "--count", "2", "--pin", fingerprint(own)))
                    .isZero();
            assertThat(watch(address, "--pin", fingerprint(Certificates.selfSigned("other"))))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("shows another certificate than the one pinned for it");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "sse", "long-polling", "polling"})
    void watch_trusts_what_the_system_trusts(String transport) throws Exception {
        HeldCertificate authority = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("Authority")
                .build();
        HeldCertificate signed =
                Certificates.forThisMachine("ticker").signedBy(authority).build();
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority.certificate());
        try (OutputStream store = Files.newOutputStream(folder.resolve("trusted.p12"))) {
            trusted.store(store, "changeit".toCharArray());
        }
        try (TickerServer server =
                TickerServer.start(ServerOptions.embedded().withTls(Certificates.pem(folder, signed)))) {
            Ended ended = run(CommandProcess.withFlags(
                    List.of(
                            "-Djavax.net.ssl.trustStore=" + folder.resolve("trusted.p12"),
                            "-Djavax.net.ssl.trustStorePassword=changeit"),
                    "watch",
                    "AAPL",
                    "--server",
                    server.address().toString(),
                    "--transport",
                    transport,
                    "--count",
                    "2"));
            assertThat(ended.err()).anyMatch(line -> line.contains("live over"));
            assertThat(ended.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server https://x --pin SHA256:AB", "--server http://x --pin"})
    void a_pin_that_cannot_be_is_refused(String options) {
        String given = options.endsWith("--pin") ? options + " " + fingerprint(own) : options;
        int code = new CommandLine(new WatchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(("AAPL " + given).split(" "));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--pin");
    }
}
