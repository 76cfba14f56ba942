package dev.liveticker.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    private Instant now = NOW;
    private final InstantSource clock = () -> now;
    private Path secret;
    private Authenticator bySecret;
    private TokenIssuer issuer;

    @BeforeEach
    void readSecret() throws Exception {
        secret = Keys.file(folder, "secret", Keys.SECRET + "\r\n");
        bySecret = KeyFiles.secret(secret, clock);
        issuer = TokenIssuer.of(secret, clock);
    }

    private static void refuses(Authenticator authenticator, String token, String forLog) {
        assertThatThrownBy(() -> authenticator.authenticate(token))
                .isInstanceOfSatisfying(RefusedTokenException.class, refused -> {
                    assertThat(refused.forLog()).contains(forLog);
                    assertThat(refused.isExpired()).isFalse();
                    assertThat(refused)
                            .hasMessage("the token is not valid here")
                            .hasNoCause();
                });
    }

    private static String hs256(JWTClaimsSet claims) throws Exception {
        return Keys.sign(JWSAlgorithm.HS256, new MACSigner(Keys.SECRET), claims);
    }

    @Test
    void a_token_says_who_may_do_what_until_when() throws Exception {
        String token = issuer.issue("ana", Duration.ofDays(1), Set.of(Channel.QUOTES), List.of("aapl", "BTC-*"), true);
        Principal ana = bySecret.authenticate(token);
        assertThat(ana.user()).isEqualTo("ana");
        assertThat(ana.expiry()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(ana.operator()).isTrue();
        assertThat(ana.isStranger()).isFalse();
        assertThat(ana.allows(Channel.QUOTES)).isTrue();
        assertThat(ana.allows(Channel.TRADES)).isFalse();
        assertThat(ana.allows(Symbol.of("AAPL"))).isTrue();
        assertThat(ana.allows(Symbol.of("BTC-USD"))).isTrue();
        assertThat(ana.allows(Symbol.of("AAPLX"))).isFalse();
    }

    @Test
    void claims_that_are_absent_allow_everything_but_what_is_for_operators() throws Exception {
        Principal bob = bySecret.authenticate(issuer.issue("bob", Duration.ofHours(1), Set.of(), List.of(), false));
        assertThat(bob.channels()).containsExactlyInAnyOrder(Channel.values());
        assertThat(bob.allows(Symbol.of("AAPL"))).isTrue();
        assertThat(bob.operator()).isFalse();
        JWTClaimsSet nothing = Keys.claims(NOW)
                .claim("channels", List.of("frobs"))
                .claim("symbols", List.of())
                .build();
        Principal nobody = bySecret.authenticate(hs256(nothing));
        assertThat(nobody.channels()).isEmpty();
        assertThat(nobody.allows(Symbol.of("AAPL"))).isFalse();
    }

    @Test
    void a_token_runs_out_to_the_second() throws Exception {
        String token = issuer.issue("ana", Duration.ofHours(1), Set.of(), List.of(), false);
        now = NOW.plusSeconds(3_599);
        assertThat(bySecret.authenticate(token).user()).isEqualTo("ana");
        now = NOW.plusSeconds(3_600);
        assertThatThrownBy(() -> bySecret.authenticate(token))
                .isInstanceOfSatisfying(
                        RefusedTokenException.class,
                        refused -> assertThat(refused.isExpired()).isTrue())
                .hasMessage("the token ran out");
    }

    @Test
    void a_token_without_an_end_or_with_one_too_far_off_is_refused() throws Exception {
        refuses(bySecret, hs256(new JWTClaimsSet.Builder().subject("ana").build()), "no exp");
        Date far = Date.from(NOW.plus(Duration.ofDays(4_000)));
        refuses(bySecret, hs256(Keys.claims(NOW).expirationTime(far).build()), "exp");
    }

    @Test
    void a_token_from_the_future_is_refused_unless_clocks_may_differ_so_much() throws Exception {
        Date soon = Date.from(NOW.plusSeconds(60));
        Date later = Date.from(NOW.plusSeconds(61));
        assertThat(bySecret.authenticate(hs256(Keys.claims(NOW)
                                .notBeforeTime(soon)
                                .issueTime(soon)
                                .build()))
                        .user())
                .isEqualTo("ana");
        refuses(bySecret, hs256(Keys.claims(NOW).notBeforeTime(later).build()), "nbf");
        refuses(bySecret, hs256(Keys.claims(NOW).issueTime(later).build()), "iat");
    }

    @Test
    void an_unsigned_token_is_refused() throws Exception {
        JWTClaimsSet claims = Keys.claims(NOW).build();
        refuses(bySecret, new PlainJWT(claims).serialize(), "");
        String signed = hs256(claims);
        refuses(bySecret, signed.substring(0, signed.lastIndexOf('.') + 1), "");
        String none = "eyJhbGciOiJub25lIn0" + signed.substring(signed.indexOf('.'));
        refuses(bySecret, none, "");
    }

    @Test
    void a_token_of_another_key_is_refused() throws Exception {
        String foreign = Keys.sign(
                JWSAlgorithm.HS256,
                new MACSigner("another secret that is long enough for HS256"),
                Keys.claims(NOW).build());
        refuses(bySecret, foreign, "signature");
    }

    @Test
    void a_token_that_was_changed_is_refused() throws Exception {
        String token = hs256(Keys.claims(NOW).build());
        String[] parts = token.split("\\.", -1);
        String eve = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("ana", "eve");
        String changed = parts[0] + "."
                + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(eve.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
        refuses(bySecret, changed, "signature");
    }

    @Test
    void a_public_key_does_not_pass_for_a_secret() throws Exception {
        KeyPair rsa = Keys.rsa(2_048);
        String pem = Keys.pem(rsa.getPublic());
        Authenticator byKey = KeyFiles.publicKey(Keys.file(folder, "rsa.pem", pem), clock);
        JWTClaimsSet claims = Keys.claims(NOW).build();
        assertThat(byKey.authenticate(Keys.sign(JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate()), claims))
                        .user())
                .isEqualTo("ana");
        refuses(
                byKey,
                Keys.sign(JWSAlgorithm.HS256, new MACSigner(pem.getBytes(StandardCharsets.US_ASCII)), claims),
                "");
        refuses(
                byKey,
                Keys.sign(JWSAlgorithm.HS256, new MACSigner(rsa.getPublic().getEncoded()), claims),
                "");
        refuses(byKey, Keys.sign(JWSAlgorithm.RS512, new RSASSASigner(rsa.getPrivate()), claims), "");
        refuses(
                byKey,
                Keys.sign(JWSAlgorithm.RS256, new RSASSASigner(Keys.rsa(2_048).getPrivate()), claims),
                "signature");
        refuses(bySecret, Keys.sign(JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate()), claims), "");
    }

    @Test
    void es256_by_a_key_or_a_set_of_keys() throws Exception {
        KeyPair curve = Keys.curve("secp256r1");
        KeyPair rsa = Keys.rsa(2_048);
        JWTClaimsSet claims = Keys.claims(NOW).build();
        String byCurve = Keys.sign(JWSAlgorithm.ES256, new ECDSASigner((ECPrivateKey) curve.getPrivate()), claims);
        String byRsa = Keys.sign(JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate()), claims);
        Authenticator one = KeyFiles.publicKey(Keys.file(folder, "ec.pem", Keys.pem(curve.getPublic())), clock);
        assertThat(one.authenticate(byCurve).user()).isEqualTo("ana");
        refuses(one, byRsa, "");
        JWKSet keys = new JWKSet(List.of(
                new ECKey.Builder(Curve.P_256, (ECPublicKey) curve.getPublic())
                        .keyID("one")
                        .build(),
                new RSAKey.Builder((RSAPublicKey) rsa.getPublic()).keyID("two").build()));
        Authenticator set = KeyFiles.keySet(Keys.file(folder, "keys.json", keys.toString()), clock);
        assertThat(set.authenticate(byCurve).user()).isEqualTo("ana");
        assertThat(set.authenticate(byRsa).user()).isEqualTo("ana");
        refuses(set, hs256(claims), "");
        refuses(set, new PlainJWT(claims).serialize(), "");
    }

    @Test
    void weak_keys_and_what_is_none_are_refused_by_name() throws Exception {
        assertThatThrownBy(() -> KeyFiles.secret(Keys.file(folder, "short", "x".repeat(31) + "\n"), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31 bytes")
                .hasMessageNotContaining("xxx");
        List<String> pems = List.of(
                Keys.pem(Keys.rsa(1_024).getPublic()),
                Keys.pem(Keys.curve("secp384r1").getPublic()),
                "nonsense",
                "");
        for (String pem : pems) {
            assertThatThrownBy(() -> KeyFiles.publicKey(Keys.file(folder, "weak.pem", pem), clock))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected");
        }
        String halved = "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----\n";
        assertThatThrownBy(() -> KeyFiles.publicKey(Keys.file(folder, "halved.pem", halved), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("halved.pem");
        String shared = new JWKSet(
                        new OctetSequenceKey.Builder(Keys.SECRET.getBytes(StandardCharsets.US_ASCII)).build())
                .toString(false);
        for (String set : List.of(shared, "{\"keys\":[]}", "{", "")) {
            assertThatThrownBy(() -> KeyFiles.keySet(Keys.file(folder, "weak.json", set), clock))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("weak.json");
        }
    }

    @Test
    void claims_of_a_wrong_type_are_refused() throws Exception {
        refuses(bySecret, hs256(Keys.claims(NOW).subject(null).build()), "sub");
        refuses(bySecret, hs256(Keys.claims(NOW).subject(" ").build()), "sub");
        refuses(bySecret, hs256(Keys.claims(NOW).subject("a\nb").build()), "sub");
        refuses(bySecret, hs256(Keys.claims(NOW).claim("channels", "quotes").build()), "type");
        refuses(bySecret, hs256(Keys.claims(NOW).claim("operator", "yes").build()), "type");
        refuses(
                bySecret,
                hs256(Keys.claims(NOW).claim("symbols", List.of("A B")).build()),
                "symbols");
    }

    @Test
    void garbage_is_refused_and_nothing_of_it_repeated() throws Exception {
        Random random = new Random(7);
        String good = hs256(Keys.claims(NOW).build());
        for (int i = 0; i < 2_000; i++) {
            StringBuilder garbage = new StringBuilder(good);
            for (int j = 0; j <= i % 7; j++) {
                garbage.setCharAt(random.nextInt(garbage.length()), (char) (' ' + random.nextInt(95)));
            }
            String text = random.nextBoolean() ? garbage.toString() : garbage.substring(random.nextInt(good.length()));
            try {
                // A change of the last letter's spare bits is none; everything else must be noticed.
                assertThat(bySecret.authenticate(text).user()).isEqualTo("ana");
                assertThat(text.substring(0, good.length() - 1)).isEqualTo(good.substring(0, good.length() - 1));
            } catch (RefusedTokenException e) {
                if (text.length() > 20) {
                    assertThat(e.forLog() + e.getMessage()).doesNotContain(text.substring(text.length() / 2));
                }
            }
        }
        refuses(bySecret, "x".repeat(10_000), "too long");
        refuses(bySecret, "", "");
    }

    @Test
    void a_new_secret_is_for_its_owner_alone_and_never_overwrites() throws Exception {
        Path made = folder.resolve("made");
        SecretFile.create(made);
        assertThat(java.nio.file.Files.getPosixFilePermissions(made))
                .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        String token = TokenIssuer.of(made, clock).issue("ana", Duration.ofHours(1), Set.of(), List.of(), false);
        assertThat(KeyFiles.secret(made, clock).authenticate(token).user()).isEqualTo("ana");
        assertThatThrownBy(() -> SecretFile.create(made)).isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
    }
}
