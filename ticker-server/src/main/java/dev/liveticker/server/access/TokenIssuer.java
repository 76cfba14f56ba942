package dev.liveticker.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.liveticker.model.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;

/** Makes tokens that {@link KeyFiles#secret} accepts. */
public final class TokenIssuer {

    private final SecretKey secret;
    private final InstantSource clock;

    private TokenIssuer(SecretKey secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the secret is too short
     */
    public static TokenIssuer of(Path secretFile, InstantSource clock) throws IOException {
        return new TokenIssuer(KeyFiles.readSecret(secretFile), clock);
    }

    /**
     * A token of the compact form.
     *
     * @param channels empty for all
     * @param symbols as in {@link AllowedSymbols#parse}; empty for all
     * @throws IllegalArgumentException if nobody can be called so, or it is to last for no time or too long
     */
    public String issue(String user, Duration lifetime, Set<Channel> channels, List<String> symbols, boolean operator) {
        if (!Claims.isUser(user)) {
            throw new IllegalArgumentException("a user's name is 1 to " + Claims.MAX_USER + " printable characters");
        }
        if (!lifetime.isPositive() || lifetime.compareTo(Claims.MAX_LIFETIME) > 0) {
            throw new IllegalArgumentException(
                    "a token lasts from 1 s to " + Claims.MAX_LIFETIME.toDays() + " days, not " + lifetime);
        }
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(user)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
        if (!channels.isEmpty()) {
            claims.claim(
                    Claims.CHANNELS,
                    channels.stream().sorted().map(Channel::code).toList());
        }
        if (!symbols.isEmpty()) {
            // To be told here of what would make the token refused.
            AllowedSymbols.parse(symbols);
            claims.claim(Claims.SYMBOLS, symbols);
        }
        if (operator) {
            claims.claim(Claims.OPERATOR, true);
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims.build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
        return token.serialize();
    }
}
