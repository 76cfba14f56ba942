package dev.liveticker.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.server.cluster.ClusterSettings;
import dev.liveticker.server.tls.Certificates;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class ClusterOptionsTest {

    /** With what contradicts it. */
    @Command
    @SuppressWarnings("UnusedVariable") // That they are given is all there is to know.
    private static final class Probe {
        @Mixin
        private final ClusterOptions cluster = new ClusterOptions();

        @Option(names = "--replay")
        private String replay;

        @Option(names = "--start")
        private String start;

        @Option(names = "--speed")
        private String speed;

        @Option(names = "--record")
        private String record;

        @Option(names = "--source")
        private String source;
    }

    private static ClusterSettings settings(String... given) {
        Probe probe = new Probe();
        new CommandLine(probe).parseArgs(given);
        return probe.cluster.settings();
    }

    @Test
    void a_server_is_on_its_own_unless_a_cluster_is_named() {
        assertThat(settings()).isNull();
    }

    @Test
    void a_cluster_is_named_by_its_redis_and_what_is_not_said_is_as_usual() {
        URI redis = URI.create("redis://127.0.0.1:6379");
        assertThat(settings("--cluster", "redis://127.0.0.1:6379")).isEqualTo(ClusterSettings.of(redis));
        ClusterSettings all = settings(
                "--cluster",
                "rediss://ticker@redis.example:6380/2",
                "--cluster-name",
                "eu-1",
                "--cluster-patience",
                "3");
        assertThat(all.redis()).isEqualTo(URI.create("rediss://ticker@redis.example:6380/2"));
        assertThat(all.name()).isEqualTo("eu-1");
        assertThat(all.patience()).isEqualTo(Duration.ofSeconds(3));
        assertThat(all.lease()).isEqualTo(ClusterSettings.of(redis).lease());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:6379",
                "127.0.0.1:6379",
                "redis:127.0.0.1",
                "redis://",
                "redis://:secret@",
                "redis://host:0",
                "redis://host:70000",
                "redis://host/name",
                "redis://host/1/2",
                "redis://:secret@host?timeout=1",
                "redis://:secret@host#x",
                "redis://:sec ret@host",
                "redis://:secret@ho st"
            })
    void a_url_that_is_none_is_refused_in_one_line_without_what_may_be_a_password(String url) {
        assertThatThrownBy(() -> settings("--cluster", url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--cluster: ")
                .hasMessageNotContainingAny("secret", "sec ret", "\n")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "--replay, day.ltr",
        "--start, 2026-03-06T09:30-05:00",
        "--speed, 2",
    })
    void a_market_of_another_time_is_no_cluster_s(String option, String value) {
        assertThatThrownBy(() -> settings("--cluster", "redis://h", option, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--cluster and " + option + " contradict each other");
    }

    @Test
    void a_venue_that_allows_one_connection_is_no_cluster_s() {
        assertThatThrownBy(() -> settings("--cluster", "redis://h", "--source", "Alpaca"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--cluster and --source alpaca contradict each other: Alpaca allows one connection, and each"
                                + " server of a cluster makes one to learn what is traded");
        assertThat(settings("--cluster", "redis://h", "--source", "kraken")).isNotNull();
    }

    @Test
    void a_market_that_goes_from_server_to_server_is_recorded_elsewhere() {
        assertThatThrownBy(() -> settings("--cluster", "redis://h", "--record", "day.ltr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--cluster and --record contradict each other")
                .hasMessageContaining("a part of it")
                .hasMessageContaining("watch --json");
    }

    @ParameterizedTest
    @CsvSource({"--cluster-name, eu", "--cluster-password-file, x", "--cluster-ca, x", "--cluster-patience, 3"})
    void what_belongs_to_a_cluster_wants_one(String option, String value) {
        assertThatThrownBy(() -> settings(option, value)).hasMessage(option + " goes with --cluster");
    }

    @ParameterizedTest
    @CsvSource({"--cluster-name, Eu", "--cluster-name, ''", "--cluster-name, a_b", "--cluster-patience, 0"})
    void what_cannot_be_is_named(String option, String value) {
        assertThatThrownBy(() -> settings("--cluster", "redis://h", option, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(option);
    }

    @Test
    void a_password_comes_from_a_file_whatever_it_holds(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "p@ss:/w%rd + ü\nsecond line\n");
        ClusterSettings named = settings("--cluster", "redis://ana@h:1/3", "--cluster-password-file", file.toString());
        assertThat(named.redis().getUserInfo()).isEqualTo("ana:p@ss:/w%rd + ü");
        assertThat(named.redis().getHost()).isEqualTo("h");
        assertThat(named.redis().getPath()).isEqualTo("/3");
        ClusterSettings nameless = settings("--cluster", "redis://[::1]", "--cluster-password-file", file.toString());
        assertThat(nameless.redis().getUserInfo()).isEqualTo(":p@ss:/w%rd + ü");
        assertThat(nameless.redis().getHost()).isEqualTo("[::1]");
    }

    @Test
    void whose_certificates_are_believed_is_in_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("ca.pem"), Certificates.selfSigned("redis").certificatePem());
        assertThat(settings("--cluster", "rediss://h", "--cluster-ca", file.toString())
                        .authorities())
                .isEqualTo(file);
        assertThat(settings("--cluster", "rediss://h").authorities()).isNull();
        assertThatThrownBy(() -> settings("--cluster", "redis://h", "--cluster-ca", file.toString()))
                .hasMessageContaining("--cluster-ca goes with rediss://");
    }

    @Test
    void certificates_that_cannot_be_had_are_told_of_by_their_file(@TempDir Path folder) throws Exception {
        String none = folder.resolve("none").toString();
        assertThatThrownBy(() -> settings("--cluster", "rediss://h", "--cluster-ca", none))
                .hasMessage("--cluster-ca: cannot read " + none);
        for (String text : List.of("", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n")) {
            String file = Files.writeString(folder.resolve("broken"), text).toString();
            assertThatThrownBy(() -> settings("--cluster", "rediss://h", "--cluster-ca", file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("--cluster-ca: no certificate")
                    .hasMessageEndingWith("in " + file);
        }
    }

    @Test
    void a_password_that_cannot_be_had_is_told_of_by_its_file(@TempDir Path folder) throws Exception {
        String none = folder.resolve("none").toString();
        assertThatThrownBy(() -> settings("--cluster", "redis://h", "--cluster-password-file", none))
                .hasMessageContaining(none);
        String empty = Files.writeString(folder.resolve("empty"), "\nsecond").toString();
        assertThatThrownBy(() -> settings("--cluster", "redis://h", "--cluster-password-file", empty))
                .hasMessageContaining(empty);
        assertThatThrownBy(() -> settings("--cluster", "redis://:secret@h", "--cluster-password-file", empty))
                .hasMessageContaining("already")
                .hasMessageNotContaining("secret");
    }
}
