package dev.liveticker.server.access;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.liveticker.model.Channel;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says (RFC 7519 section 4), and what that means here: {@code sub} and {@code exp} must be there;
 * {@code channels} and {@code symbols} narrow what may be seen; {@code operator} is false if absent.
 */
final class Claims {

    static final String CHANNELS = "channels";
    static final String SYMBOLS = "symbols";
    static final String OPERATOR = "operator";
    static final int MAX_USER = 64;

    /** How far the issuer's clock may be ahead of ours. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** A token that is to last longer than this is taken for a mistake. */
    static final Duration MAX_LIFETIME = Duration.ofDays(3_660);

    private Claims() {}

    /** @throws RefusedTokenException if they are not what they must be, or not for this moment */
    static Principal principal(JWTClaimsSet claims, Instant now) throws RefusedTokenException {
        Instant expiry = expiry(claims, now);
        notFromTheFuture(claims.getNotBeforeTime(), "nbf", now);
        notFromTheFuture(claims.getIssueTime(), "iat", now);
        try {
            return new Principal(
                    user(claims.getSubject()),
                    channels(claims.getStringListClaim(CHANNELS)),
                    symbols(claims.getStringListClaim(SYMBOLS)),
                    expiry,
                    Boolean.TRUE.equals(claims.getBooleanClaim(OPERATOR)));
        } catch (ParseException e) {
            throw RefusedTokenException.invalid("a claim is of the wrong type");
        }
    }

    private static Instant expiry(JWTClaimsSet claims, Instant now) throws RefusedTokenException {
        Date expiry = claims.getExpirationTime();
        if (expiry == null) {
            throw RefusedTokenException.invalid("no exp");
        }
        if (!now.isBefore(expiry.toInstant())) {
            throw RefusedTokenException.ranOut();
        }
        if (expiry.toInstant().isAfter(now.plus(MAX_LIFETIME))) {
            throw RefusedTokenException.invalid("exp is more than " + MAX_LIFETIME.toDays() + " days off");
        }
        return expiry.toInstant();
    }

    private static void notFromTheFuture(@Nullable Date time, String claim, Instant now) throws RefusedTokenException {
        if (time != null && time.toInstant().isAfter(now.plus(SKEW))) {
            throw RefusedTokenException.invalid(claim + " is in the future");
        }
    }

    private static String user(@Nullable String subject) throws RefusedTokenException {
        if (subject == null || !isUser(subject)) {
            throw RefusedTokenException.invalid("sub is not 1 to " + MAX_USER + " printable characters");
        }
        return subject;
    }

    /** Whether a user may be called so: 1 to {@value #MAX_USER} characters, none a control, no blank at either end. */
    static boolean isUser(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_USER
                && name.strip().equals(name)
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Channels of a later version are passed over. */
    private static Set<Channel> channels(@Nullable List<String> codes) {
        if (codes == null) {
            return EnumSet.allOf(Channel.class);
        }
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        codes.forEach(code -> Channel.parse(code).ifPresent(channels::add));
        return channels;
    }

    private static AllowedSymbols symbols(@Nullable List<String> patterns) throws RefusedTokenException {
        if (patterns == null) {
            return AllowedSymbols.everything();
        }
        try {
            return AllowedSymbols.parse(patterns);
        } catch (IllegalArgumentException e) {
            throw RefusedTokenException.invalid("symbols holds what is no symbol");
        }
    }
}
