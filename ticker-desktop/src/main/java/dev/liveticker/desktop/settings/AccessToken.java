package dev.liveticker.desktop.settings;

import java.net.URI;

/**
 * What proves to one server who asks; shown to no other.
 *
 * @param server whose it is
 * @param text never to be logged
 */
public record AccessToken(URI server, String text) {

    /** Longer than any that is meant. */
    static final int MAX_LENGTH = 8_192;

    /** Without the token itself, so that settings can be logged. */
    @Override
    public String toString() {
        return "a token for " + server;
    }
}
