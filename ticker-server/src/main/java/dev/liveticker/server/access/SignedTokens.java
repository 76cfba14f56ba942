package dev.liveticker.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;

/**
 * Checks signed tokens (JWT, RFC 7519). Which algorithm a token must be signed with follows from the key, never from
 * the token (RFC 8725 section 3.1): unsigned ones are refused, and so are those whose signature was made by using a
 * public key as a secret.
 */
public final class SignedTokens implements Authenticator {

    /** Of one token, in characters; more than any header line should hold. */
    static final int MAX_LENGTH = 8_192;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final InstantSource clock;

    SignedTokens(JWSKeySelector<SecurityContext> keys, InstantSource clock) {
        this.clock = clock;
        processor.setJWSKeySelector(keys);
        // The times are judged here, by a clock that can be told.
        processor.setJWTClaimsSetVerifier(null);
    }

    @Override
    public Principal authenticate(String token) throws RefusedTokenException {
        if (token.length() > MAX_LENGTH) {
            throw RefusedTokenException.invalid("too long");
        }
        JWTClaimsSet claims;
        try {
            claims = processor.process(token, null);
        } catch (ParseException e) {
            // Its message may repeat a part of the token.
            throw RefusedTokenException.invalid("not a JWT");
        } catch (BadJOSEException | JOSEException e) {
            throw RefusedTokenException.invalid(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw RefusedTokenException.invalid(
                    "its parser failed: " + e.getClass().getName());
        }
        return Claims.principal(claims, clock.instant());
    }
}
