package dev.liveticker.feed.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.feed.link.Failures;
import dev.liveticker.feed.machine.Loss;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with certificates of every kind. */
@Timeout(120)
class ServerTrustTest {

    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Authority")
            .build();

    /** A system that knows the one authority. */
    private static final X509ExtendedTrustManager SYSTEM = SystemTrust.of(List.of(AUTHORITY.certificate()));

    private static HeldCertificate.Builder named(String... names) {
        HeldCertificate.Builder builder = new HeldCertificate.Builder().commonName("localhost");
        for (String name : names) {
            builder.addSubjectAlternativeName(name);
        }
        return builder;
    }

    /** Nothing if the server was trusted. */
    private static @Nullable CertificateRefusal refusal(HeldCertificate shown, @Nullable Fingerprint pin)
            throws Exception {
        try {
            handshake(shown, "localhost", pin);
            return null;
        } catch (SSLException e) {
            Loss loss = Failures.loss(e, URI.create("https://localhost"));
            assertThat(loss.kind()).isEqualTo(Loss.Kind.UNTRUSTED);
            return loss.certificate();
        }
    }

    private static void handshake(HeldCertificate shown, String host, @Nullable Fingerprint pin) throws Exception {
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(shown).build();
        try (SSLServerSocket listening = (SSLServerSocket) server.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread peer = Thread.ofPlatform().daemon().start(() -> {
                try (SSLSocket socket = (SSLSocket) listening.accept()) {
                    socket.startHandshake();
                } catch (IOException e) {
                    // The client refused, which is what the test is about.
                }
            });
            HostPort place = new HostPort(host, listening.getLocalPort());
            Socket tcp = new Socket(listening.getInetAddress(), listening.getLocalPort());
            SecureSockets sockets = SecureSockets.to(place, pin, () -> SYSTEM);
            try (SSLSocket socket =
                    (SSLSocket) sockets.factory().createSocket(tcp, host, listening.getLocalPort(), true)) {
                socket.startHandshake();
            } finally {
                peer.join();
            }
        }
    }

    @Test
    void a_certificate_that_the_systems_authority_signed_for_this_name_is_trusted() throws Exception {
        assertThat(refusal(named("localhost").signedBy(AUTHORITY).build(), null))
                .isNull();
        handshake(named("127.0.0.1").signedBy(AUTHORITY).build(), "127.0.0.1", null);
    }

    @Test
    void one_that_nobody_known_signed_is_refused_with_all_that_is_to_be_compared() throws Exception {
        HeldCertificate own = named("localhost").build();
        CertificateRefusal refusal = refusal(own, null);
        assertThat(refusal.reason()).isEqualTo(CertificateRefusal.Reason.UNTRUSTED);
        assertThat(refusal.mayBePinned()).isTrue();
        assertThat(refusal.fingerprint()).isEqualTo(Fingerprint.of(own.certificate()));
        assertThat(refusal.subject()).isEqualTo("CN=localhost");
        assertThat(refusal.issuer()).isEqualTo("CN=localhost");
        assertThat(refusal.validUntil())
                .isEqualTo(own.certificate().getNotAfter().toInstant());
        assertThat(refusal.why())
                .startsWith("nobody whom this computer trusts has signed the certificate of localhost");
    }

    @Test
    void one_for_another_name_is_refused_whoever_signed_it() throws Exception {
        for (HeldCertificate wrong : List.of(
                named("ticker.example", "www.ticker.example")
                        .signedBy(AUTHORITY)
                        .build(),
                named("ticker.example", "www.ticker.example").build())) {
            CertificateRefusal refusal = refusal(wrong, null);
            assertThat(refusal.reason()).isEqualTo(CertificateRefusal.Reason.WRONG_HOST);
            assertThat(refusal.why())
                    .isEqualTo("the certificate is for ticker.example and www.ticker.example, not for localhost");
            assertThat(refusal.mayBePinned()).isFalse();
        }
    }

    @Test
    void the_common_name_counts_for_nothing_where_there_are_other_names() throws Exception {
        assertThat(refusal(
                                named("ticker.example")
                                        .commonName("localhost")
                                        .signedBy(AUTHORITY)
                                        .build(),
                                null)
                        .reason())
                .isEqualTo(CertificateRefusal.Reason.WRONG_HOST);
    }

    @Test
    void one_that_expired_is_refused_with_its_date() throws Exception {
        Instant now = Instant.now();
        HeldCertificate old = named("localhost")
                .signedBy(AUTHORITY)
                .validityInterval(
                        now.minus(Duration.ofDays(9)).toEpochMilli(),
                        now.minus(Duration.ofDays(1)).toEpochMilli())
                .build();
        CertificateRefusal refusal = refusal(old, null);
        assertThat(refusal.reason()).isEqualTo(CertificateRefusal.Reason.OUT_OF_DATE);
        assertThat(refusal.why())
                .contains("expired on " + old.certificate().getNotAfter().toInstant());
        HeldCertificate early = named("localhost")
                .validityInterval(
                        now.plus(Duration.ofDays(1)).toEpochMilli(),
                        now.plus(Duration.ofDays(9)).toEpochMilli())
                .build();
        assertThat(refusal(early, null).why()).contains("is not valid before");
    }

    @Test
    void a_pinned_certificate_is_trusted_for_its_host_and_port_whatever_is_in_it() throws Exception {
        for (HeldCertificate own : List.of(
                named("localhost").build(),
                named("ticker.example").build(),
                named("localhost").validityInterval(1_000, 2_000_000).build())) {
            assertThat(refusal(own, Fingerprint.of(own.certificate()))).isNull();
        }
    }

    @Test
    void another_one_than_the_pinned_is_refused_even_if_the_system_trusts_it() throws Exception {
        Fingerprint pin = Fingerprint.of(named("localhost").build().certificate());
        HeldCertificate renewed = named("localhost").signedBy(AUTHORITY).build();
        CertificateRefusal refusal = refusal(renewed, pin);
        assertThat(refusal.reason()).isEqualTo(CertificateRefusal.Reason.CHANGED);
        assertThat(refusal.fingerprint()).isEqualTo(Fingerprint.of(renewed.certificate()));
        assertThat(refusal.why()).contains("another certificate than the one pinned");
    }

    @Test
    void without_a_connection_whose_name_can_be_checked_nobody_is_trusted() {
        ServerTrust trust = new ServerTrust(new HostPort("localhost", 1), null, () -> SYSTEM);
        X509Certificate[] chain = {
            named("localhost").signedBy(AUTHORITY).build().certificate()
        };
        assertThatThrownBy(() -> trust.checkServerTrusted(chain, "ECDHE_ECDSA")).hasMessageContaining("name");
        assertThatThrownBy(() -> trust.checkClientTrusted(chain, "ECDHE_ECDSA")).hasMessageContaining("servers only");
    }

    @TempDir
    Path folder;

    @Test
    void the_bundle_of_the_operating_system_is_trusted_beside_javas_own() throws Exception {
        Path bundle = Files.writeString(folder.resolve("bundle.crt"), AUTHORITY.certificatePem());
        X509ExtendedTrustManager trust = SystemTrust.load(List.of(folder.resolve("none"), bundle), List.of());
        assertThat(trust.getAcceptedIssuers()).contains(AUTHORITY.certificate()).hasSizeGreaterThan(20);
    }

    @Test
    void what_the_system_has_and_cannot_be_read_leaves_javas_own() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.crt"), "-----BEGIN CERTIFICATE-----\nAAAA");
        assertThat(SystemTrust.load(List.of(broken), List.of("NoSuchStore")).getAcceptedIssuers())
                .hasSizeGreaterThan(20);
    }
}
