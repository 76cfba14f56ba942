package dev.liveticker.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityReaderTest {

    @TempDir
    Path folder;

    private final HeldCertificate ec = Certificates.selfSigned("ticker");

    @Test
    void a_chain_and_a_key_in_pem_are_read_in_order() throws Exception {
        HeldCertificate authority = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("Authority")
                .build();
        HeldCertificate own =
                Certificates.forThisMachine("ticker").signedBy(authority).build();
        TlsFiles files = Certificates.pem(folder, own);
        Files.writeString(
                folder.resolve("cert.pem"),
                "what people write above\n" + own.certificatePem() + "\n" + authority.certificatePem());
        ServerIdentity identity = IdentityReader.read(files);
        assertThat(identity.chain()).containsExactly(own.certificate(), authority.certificate());
        assertThat(identity.key()).isEqualTo(own.keyPair().getPrivate());
        assertThat(identity.complaint(Instant.now())).isEmpty();
    }

    @Test
    void certificate_and_key_may_share_a_file() throws Exception {
        Path both = Files.writeString(folder.resolve("both.pem"), ec.privateKeyPkcs8Pem() + ec.certificatePem());
        assertThat(IdentityReader.read(new TlsFiles.Pem(both, both)).own()).isEqualTo(ec.certificate());
    }

    @Test
    void an_rsa_key_may_be_in_pkcs1() throws Exception {
        HeldCertificate rsa = Certificates.forThisMachine("ticker").rsa2048().build();
        TlsFiles files = Certificates.pem(folder, rsa);
        assertThat(IdentityReader.read(files).key()).isEqualTo(rsa.keyPair().getPrivate());
        Files.writeString(folder.resolve("key.pem"), rsa.privateKeyPkcs1Pem());
        assertThat(IdentityReader.read(files).key()).isEqualTo(rsa.keyPair().getPrivate());
    }

    @Test
    void an_ec_key_may_be_in_sec1_behind_its_parameters() throws Exception {
        TlsFiles files = Certificates.pem(folder, ec);
        Files.writeString(
                folder.resolve("key.pem"), sec1((ECPrivateKey) ec.keyPair().getPrivate()));
        assertThat(((ECPrivateKey) IdentityReader.read(files).key()).getS())
                .isEqualTo(((ECPrivateKey) ec.keyPair().getPrivate()).getS());
    }

    /** As OpenSSL writes a key of the curve P-256. */
    private static String sec1(ECPrivateKey key) {
        byte[] scalar = key.getS().toByteArray();
        byte[] fixed = new byte[32];
        int from = Math.max(0, scalar.length - 32);
        System.arraycopy(scalar, from, fixed, 32 - (scalar.length - from), scalar.length - from);
        String hex = "3031" + "020101" + "0420" + HexFormat.of().formatHex(fixed) + "a00a06082a8648ce3d030107";
        return "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                + "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(hex))
                + "\n-----END EC PRIVATE KEY-----\n";
    }

    @Test
    void an_eddsa_key_is_known_by_what_is_in_it() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        TlsFiles files = Certificates.pem(folder, ec);
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        refuses(files, "is not the one of the first certificate");
    }

    @Test
    void a_key_store_is_read_with_the_password_of_its_file() throws Exception {
        ServerIdentity identity = IdentityReader.read(Certificates.store(folder, ec, "s3cret"));
        assertThat(identity.own()).isEqualTo(ec.certificate());
        assertThat(identity.key()).isEqualTo(ec.keyPair().getPrivate());
    }

    @Test
    void a_wrong_password_is_said_so_and_not_repeated() throws Exception {
        TlsFiles files = Certificates.store(folder, ec, "s3cret");
        Files.writeString(folder.resolve("password"), "gu3ss");
        assertThatThrownBy(() -> IdentityReader.read(files))
                .hasMessageContaining("does not open the key store")
                .hasMessageNotContainingAny("gu3ss", "s3cret");
    }

    @Test
    void a_file_that_is_no_key_store_is_refused() throws Exception {
        TlsFiles files = Certificates.store(folder, ec, "s3cret");
        Files.writeString(folder.resolve("server.p12"), "nonsense");
        refuses(files, "is no key store");
    }

    @Test
    void a_file_that_is_not_there_is_named() throws Exception {
        TlsFiles files = Certificates.pem(folder, ec);
        Files.delete(folder.resolve("key.pem"));
        refuses(files, "there is no file " + folder.resolve("key.pem"));
    }

    @Test
    void the_key_of_another_certificate_is_refused() throws Exception {
        TlsFiles files = Certificates.pem(folder, ec);
        Files.writeString(
                folder.resolve("key.pem"), Certificates.selfSigned("other").privateKeyPkcs8Pem());
        refuses(files, "is not the one of the first certificate");
        Files.writeString(
                folder.resolve("key.pem"),
                Certificates.forThisMachine("other").rsa2048().build().privateKeyPkcs8Pem());
        refuses(files, "is not the one of the first certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-256-CBC,00

                AAAA
                -----END RSA PRIVATE KEY-----
                """})
    void an_encrypted_key_is_refused_with_a_way_out(String key) throws Exception {
        TlsFiles files = Certificates.pem(folder, ec);
        Files.writeString(folder.resolve("key.pem"), key);
        refuses(files, "is encrypted, and nobody is there to type its password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN EC PRIVATE KEY-----\nMIQAAAAA\n-----END EC PRIVATE KEY-----\n",
                "-----BEGIN EC PRIVATE KEY-----\nA\n-----END EC PRIVATE KEY-----\n"
            })
    void a_broken_key_is_refused(String key) throws Exception {
        TlsFiles files = Certificates.pem(folder, ec);
        Files.writeString(folder.resolve("key.pem"), key);
        refuses(files, "broken");
    }

    @Test
    void a_file_without_what_is_looked_for_says_what_that_is() throws Exception {
        TlsFiles files = Certificates.pem(folder, ec);
        Files.writeString(folder.resolve("key.pem"), "-----BEGIN");
        refuses(files, "holds no private key");
        Files.writeString(folder.resolve("key.pem"), ec.privateKeyPkcs8Pem());
        Files.writeString(folder.resolve("cert.pem"), "");
        refuses(files, "holds no certificate");
        Files.writeString(folder.resolve("cert.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        refuses(files, "certificate 1 in");
    }

    @Test
    void a_file_far_too_large_is_not_read_whole() throws Exception {
        TlsFiles files = Certificates.pem(folder, ec);
        byte[] huge = new byte[2 << 20];
        Arrays.fill(huge, (byte) '-');
        Files.write(folder.resolve("cert.pem"), huge);
        refuses(files, "too large");
    }

    @Test
    void a_certificate_that_expired_is_read_and_complained_of() throws Exception {
        ServerIdentity identity = IdentityReader.read(Certificates.pem(folder, Certificates.expired("ticker")));
        assertThat(identity.complaint(Instant.now()))
                .hasValueSatisfying(words -> assertThat(words).contains("expired on"));
        assertThat(identity.complaint(Instant.EPOCH))
                .hasValueSatisfying(words -> assertThat(words).contains("valid from"));
    }

    private static void refuses(TlsFiles files, String why) {
        assertThatThrownBy(() -> IdentityReader.read(files))
                .isInstanceOf(UnusableIdentityException.class)
                .hasMessageContaining(why);
    }
}
