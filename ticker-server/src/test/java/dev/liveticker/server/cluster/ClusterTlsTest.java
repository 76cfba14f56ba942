package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.liveticker.server.recording.Logged;
import dev.liveticker.server.tls.Certificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A Redis that speaks TLS and wants a password, with a certificate that some authority made for it. */
@Timeout(180)
@Isolated("whom this Java trusts is changed for a while")
class ClusterTlsTest {

    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    private final HeldCertificate authority = new HeldCertificate.Builder()
            .commonName("authority")
            .certificateAuthority(0)
            .build();

    @TempDir
    private Path folder;

    private RedisServer redis;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build();
        Path certificate = Files.writeString(folder.resolve("cert.pem"), held.certificatePem());
        Path key = Files.writeString(folder.resolve("key.pem"), held.privateKeyPkcs8Pem());
        int port = RedisServer.freePort();
        redis = startWithTls(
                "--requirepass",
                "secret",
                "--tls-port",
                "" + port,
                "--tls-cert-file",
                certificate.toString(),
                "--tls-key-file",
                key.toString(),
                "--tls-ca-cert-file",
                pem("authority", authority).toString(),
                "--tls-auth-clients",
                "no");
        address = URI.create("rediss://:secret@localhost:" + port);
    }

    /** Skipped where redis-server was built without TLS; Debian's was built with it. */
    private static RedisServer startWithTls(String... options) throws IOException {
        try {
            return RedisServer.start(options);
        } catch (IOException e) {
            boolean unknown = String.valueOf(e.getMessage()).contains(">>> 'tls-port");
            assumeTrue(!unknown || System.getenv("CI") != null, "redis-server speaks TLS");
            throw e;
        }
    }

    private Path pem(String name, HeldCertificate held) throws IOException {
        return Files.writeString(folder.resolve(name + ".pem"), held.certificatePem());
    }

    private ClusterSettings settings() {
        return ClusterNode.settings(address, 1_000);
    }

    @AfterEach
    void end() throws Exception {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
        if (redis != null) {
            redis.close();
        }
    }

    private static void assertCounts(ClusterSettings settings) throws Exception {
        try (Tally tally = new Tally("first");
                Cluster cluster = Cluster.connect(settings)) {
            cluster.start(tally);

            ClusterFixture.soon().until(() -> tally.counted() > 5);
        }
    }

    private static void assertStaysOutside(ClusterSettings settings) throws Exception {
        try (Logged logged = Logged.of(Connector.class);
                Tally tally = new Tally("first");
                Cluster cluster = Cluster.connect(settings)) {
            cluster.start(tally);

            // It has tried.
            ClusterFixture.soon()
                    .until(() -> logged.events().stream()
                            .anyMatch(event -> event.getFormattedMessage().contains("cannot be had")));
            assertThat(cluster.standing().role()).isEqualTo(Standing.Role.STARTING);
            assertThat(cluster.figures().links()).isZero();
        }
    }

    @Test
    void a_redis_with_a_certificate_of_a_named_authority_is_spoken_to() throws Exception {
        assertCounts(settings().withAuthorities(pem("ca", authority)));
    }

    @Test
    void one_of_several_authorities_in_the_file_is_enough() throws Exception {
        HeldCertificate other =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        Path both =
                Files.write(folder.resolve("both.pem"), List.of(other.certificatePem(), authority.certificatePem()));

        assertCounts(settings().withAuthorities(both));
    }

    @Test
    void a_redis_with_a_certificate_of_another_authority_is_not() throws Exception {
        assertStaysOutside(settings().withAuthorities(pem("other", Certificates.selfSigned("redis"))));
    }

    @Test
    void a_certificate_for_another_name_is_not_taken_for_this_one_s() throws Exception {
        // The same Redis by its other name.
        address = URI.create(address.toString().replace("localhost", "127.0.0.1"));

        assertStaysOutside(settings().withAuthorities(pem("ca", authority)));
    }

    @Test
    void where_no_authority_is_named_those_are_believed_that_this_java_trusts() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority.certificate());
        try (OutputStream out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
            trusted.store(out, "changeit".toCharArray());
        }
        System.setProperty(STORE, folder.resolve("trusted.p12").toString());
        System.setProperty(PASSWORD, "changeit");

        assertCounts(settings());
    }

    @Test
    void and_nobody_else() throws Exception {
        assertStaysOutside(settings());
    }
}
