package dev.liveticker.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {

    private static final String LIST = "lib/security/cacerts";

    @TempDir
    Path scratch;

    private Path jdk;
    private Path machine;
    private Path runtime;
    private Path mozilla;

    @BeforeEach
    void lay() throws IOException {
        jdk = Files.createDirectories(scratch.resolve("jdk/lib/security")).resolve("../..");
        runtime =
                Files.createDirectories(scratch.resolve("runtime/lib/security")).resolve("../..");
        mozilla = Files.createDirectory(scratch.resolve("mozilla"));
        machine = Files.writeString(scratch.resolve("of-the-machine"), "whom this machine trusts");
        Files.copy(machine, runtime.resolve(LIST));
    }

    @Test
    void a_list_of_the_jdk_s_own_is_left_as_jlink_copied_it() throws IOException {
        Files.writeString(jdk.resolve(LIST), "whom the JDK trusts");

        assertThat(Authorities.settle(jdk, runtime, mozilla)).contains("whom its JDK trusts");
        assertThat(runtime.resolve(LIST)).hasSameBinaryContentAs(machine);
    }

    @Test
    void where_it_is_a_link_to_the_machine_s_whom_mozilla_trusts_takes_its_place() throws Exception {
        Files.createSymbolicLink(jdk.resolve(LIST), machine);
        List<X509Certificate> some = some();
        for (int i = 0; i < some.size(); i++) {
            Files.writeString(mozilla.resolve("Authority_" + i + ".crt"), pem(some.get(i)));
        }
        Files.writeString(mozilla.resolve("README"), "not one");

        assertThat(Authorities.settle(jdk, runtime, mozilla)).contains("3 authorities");
        assertThat(read(runtime.resolve(LIST))).containsExactlyInAnyOrderElementsOf(some);

        byte[] once = Files.readAllBytes(runtime.resolve(LIST));
        Authorities.settle(jdk, runtime, mozilla);
        assertThat(Files.readAllBytes(runtime.resolve(LIST))).isEqualTo(once);
    }

    @Test
    void where_there_is_no_list_to_be_had_the_build_stops_and_says_what_to_do() throws IOException {
        Files.createSymbolicLink(jdk.resolve(LIST), machine);

        assertThatThrownBy(() -> Authorities.settle(jdk, runtime, scratch.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("of-the-machine", "ca-certificates", "nowhere");
    }

    private static List<X509Certificate> some() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509TrustManager trust = (X509TrustManager) factory.getTrustManagers()[0];
        return Arrays.stream(trust.getAcceptedIssuers()).limit(3).toList();
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** As Java reads its own: without a password. */
    private static List<X509Certificate> read(Path list) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(list)) {
            store.load(in, null);
        }
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            found.add((X509Certificate) store.getCertificate(alias));
        }
        return found;
    }
}
