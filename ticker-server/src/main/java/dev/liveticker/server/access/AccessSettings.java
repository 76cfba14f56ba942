package dev.liveticker.server.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in.
 *
 * @param tokens tells who someone is; absent to ask nobody
 * @param queryToken whether an event stream may be asked for with its token in the address, for browsers, which cannot
 *     send a header there
 * @param origins from which pages
 * @param proxies who is believed when it says that a request is another's
 */
public record AccessSettings(
        @Nullable Authenticator tokens, boolean queryToken, Origins origins, TrustedProxies proxies) {

    /** Who believes no proxy. */
    public AccessSettings(@Nullable Authenticator tokens, boolean queryToken, Origins origins) {
        this(tokens, queryToken, origins, TrustedProxies.none());
    }

    /** Whoever reaches it, but no foreign pages. */
    public static AccessSettings open() {
        return new AccessSettings(null, false, Origins.own());
    }

    public Optional<Authenticator> authenticator() {
        return Optional.ofNullable(tokens);
    }
}
