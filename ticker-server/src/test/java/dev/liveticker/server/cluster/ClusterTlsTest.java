package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.tls.Certificates;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A Redis that speaks TLS. */
@Timeout(60)
@Isolated("whom this Java trusts is changed for a while")
class ClusterTlsTest {

    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    private Path folder;

    private RedisServer redis;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        HeldCertificate held = Certificates.selfSigned("redis");
        Path certificate = Files.writeString(folder.resolve("cert.pem"), held.certificatePem());
        Path key = Files.writeString(folder.resolve("key.pem"), held.privateKeyPkcs8Pem());
        int port = RedisServer.freePort();
        redis = RedisServer.start(
                "--tls-port",
                "" + port,
                "--tls-cert-file",
                certificate.toString(),
                "--tls-key-file",
                key.toString(),
                "--tls-ca-cert-file",
                certificate.toString(),
                "--tls-auth-clients",
                "no");
        address = URI.create("rediss://localhost:" + port);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("redis", held.certificate());
        try (OutputStream out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
            trusted.store(out, "changeit".toCharArray());
        }
    }

    @AfterEach
    void end() throws Exception {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void a_redis_with_a_certificate_that_is_trusted_is_spoken_to() throws Exception {
        System.setProperty(STORE, folder.resolve("trusted.p12").toString());
        System.setProperty(PASSWORD, "changeit");
        try (Tally tally = new Tally("first");
                Cluster cluster = Cluster.connect(ClusterNode.settings(address, 1_000))) {
            cluster.start(tally);

            ClusterFixture.soon().until(() -> tally.counted() > 5);
        }
    }

    @Test
    void one_with_a_certificate_of_anybody_is_not() throws Exception {
        try (Tally tally = new Tally("first");
                Cluster cluster = Cluster.connect(ClusterNode.settings(address, 1_000))) {
            cluster.start(tally);

            ClusterFixture.soon()
                    .during(Duration.ofMillis(500))
                    .until(() -> cluster.standing().role() == Standing.Role.STARTING);
            assertThat(cluster.figures().links()).isZero();
        }
    }
}
