package dev.liveticker.server.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes an {@link Authenticator} of the file that holds its key. Every method throws {@link IOException} if the file
 * cannot be read, and {@link IllegalArgumentException} if what it holds is no such key or too weak; the message is one
 * for people and holds nothing of the key.
 */
public final class KeyFiles {

    /** As many as HMAC with SHA-256 puts out (RFC 7518 section 3.2). */
    public static final int MIN_SECRET_BYTES = 32;

    private static final int MIN_RSA_BITS = 2_048;
    private static final long MAX_FILE_BYTES = 1 << 20;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private KeyFiles() {}

    /** HS256, by the bytes of the file as they are, without the line end behind them. */
    public static Authenticator secret(Path file, InstantSource clock) throws IOException {
        return new SignedTokens(new SingleKeyJWSKeySelector<>(JWSAlgorithm.HS256, readSecret(file)), clock);
    }

    static SecretKey readSecret(Path file) throws IOException {
        byte[] bytes = read(file);
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        if (length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    file + " holds " + length + " bytes, and a secret needs at least " + MIN_SECRET_BYTES);
        }
        return new SecretKeySpec(Arrays.copyOf(bytes, length), "HmacSHA256");
    }

    /** RS256 or ES256, whichever the public key in the PEM file is for. */
    public static Authenticator publicKey(Path file, InstantSource clock) throws IOException {
        PublicKey key = pem(file);
        JWSAlgorithm algorithm = key instanceof ECPublicKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
        return new SignedTokens(new SingleKeyJWSKeySelector<>(algorithm, key), clock);
    }

    /** RS256 or ES256, by the keys of a JSON Web Key Set (RFC 7517 section 5); secrets have no place in one. */
    public static Authenticator keySet(Path file, InstantSource clock) throws IOException {
        JWKSet set;
        try {
            set = JWKSet.parse(new String(read(file), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalArgumentException(file + " holds no JSON Web Key Set");
        }
        List<JWK> usable = new ArrayList<>();
        for (JWK key : set.getKeys()) {
            if (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE)) {
                usable.add(usable(file, key));
            }
        }
        if (usable.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no key to check signatures with");
        }
        return new SignedTokens(
                new JWSVerificationKeySelector<SecurityContext>(
                        Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), new ImmutableJWKSet<>(new JWKSet(usable))),
                clock);
    }

    private static JWK usable(Path file, JWK key) {
        boolean strong = (key instanceof RSAKey && key.size() >= MIN_RSA_BITS)
                || (key instanceof ECKey curve && curve.getCurve().equals(Curve.P_256));
        if (!strong) {
            throw new IllegalArgumentException(file + ": " + EXPECTED);
        }
        return key.toPublicJWK();
    }

    private static final String EXPECTED =
            "a public key for RS256 (RSA, at least " + MIN_RSA_BITS + " bits) or ES256 (curve P-256) expected";

    private static PublicKey pem(Path file) throws IOException {
        Matcher found = PEM.matcher(new String(read(file), StandardCharsets.US_ASCII));
        if (!found.find() || !found.group(1).equals("PUBLIC KEY")) {
            throw new IllegalArgumentException(file + ": PEM with -----BEGIN PUBLIC KEY----- expected");
        }
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(found.group(2));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": what stands between its BEGIN and END is no base64", e);
        }
        for (String family : List.of("RSA", "EC")) {
            try {
                PublicKey key = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(der));
                if (isStrong(key)) {
                    return key;
                }
            } catch (GeneralSecurityException e) {
                // Of the other family, or of none: told below.
            }
        }
        throw new IllegalArgumentException(file + ": " + EXPECTED);
    }

    private static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= MIN_RSA_BITS;
            case ECPublicKey curve -> Curve.P_256.equals(Curve.forECParameterSpec(curve.getParams()));
            default -> false;
        };
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new IllegalArgumentException(file + " is too large to be a key");
        }
        return Files.readAllBytes(file);
    }
}
