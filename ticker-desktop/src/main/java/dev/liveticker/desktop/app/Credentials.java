package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.tls.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What goes with the address of one server and with no other.
 *
 * @param token shows it who asks
 * @param pin the one certificate to accept there; absent to accept what the system trusts
 */
record Credentials(TokenSource token, @Nullable Fingerprint pin) {

    /** For a server that asks for nothing. */
    static final Credentials NONE = new Credentials(TokenSource.none(), null);

    /** For the server in use. */
    static Credentials of(Settings settings) {
        return new Credentials(
                settings.tokenFor(settings.server()).map(TokenSource::of).orElse(TokenSource.none()), settings.pin());
    }
}
