package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.KeyFiles;
import dev.liveticker.server.access.Principal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TokenCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void a_secret_is_made_and_a_token_of_it_is_let_in() throws Exception {
        Path secret = folder.resolve("secret");
        assertThat(run(new SecretCommand(), "--out", secret.toString())).isZero();
        assertThat(run(
                        new TokenCommand(),
                        "--user=ana",
                        "--expires=2h",
                        "--channels=quotes,trades",
                        "--symbols=AAPL,BTC-*",
                        "--operator",
                        "--auth-secret-file=" + secret))
                .isZero();
        String token = out.toString().strip();
        Principal ana = KeyFiles.secret(secret, InstantSource.system()).authenticate(token);
        assertThat(ana.user()).isEqualTo("ana");
        assertThat(ana.operator()).isTrue();
        assertThat(ana.allows(Channel.BARS)).isFalse();
        assertThat(ana.allows(Symbol.of("BTC-USD"))).isTrue();
        assertThat(Duration.between(Instant.now(), ana.expiry()))
                .isBetween(Duration.ofMinutes(118), Duration.ofHours(2));
        assertThat(run(new SecretCommand(), "--out", secret.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--user= ",
                "--user=ana --expires=0s",
                "--user=ana --expires=soon",
                "--user=ana --expires=999999d",
                "--user=ana --channels=frobs",
                "--user=ana --symbols=b@d",
                "--expires=1d"
            })
    void a_bad_option_is_named(String options) throws Exception {
        Path secret = folder.resolve("secret");
        assertThat(run(new SecretCommand(), "--out", secret.toString())).isZero();
        String[] given = (options + "|--auth-secret-file=" + secret)
                .replace(" --", "|--")
                .split("\\|", -1);
        assertThat(run(new TokenCommand(), given)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void a_short_secret_or_none_is_refused() throws Exception {
        Path brief = java.nio.file.Files.writeString(folder.resolve("brief"), "x".repeat(31));
        assertThat(run(new TokenCommand(), "--user=ana", "--auth-secret-file=" + brief))
                .isEqualTo(2);
        assertThat(err.toString()).contains("31 bytes");
        assertThat(run(new TokenCommand(), "--user=ana", "--auth-secret-file=" + folder.resolve("none")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no file");
    }
}
