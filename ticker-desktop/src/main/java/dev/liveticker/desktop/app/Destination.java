package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.Wire;
import dev.liveticker.feed.Transport;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where prices come from, and by which way, as the settings say.
 *
 * @param server absent for the built-in one
 * @param transport absent for the best that works
 */
record Destination(@Nullable URI server, @Nullable Transport transport, Wire wire, Credentials credentials) {

    /** What the history of alerts calls the server that has no address of its own. */
    private static final String BUILT_IN = "built-in";

    static Destination of(Settings settings) {
        return new Destination(settings.server(), settings.transport(), settings.wire(), Credentials.of(settings));
    }

    boolean isOtherServerThan(Destination other) {
        return !Objects.equals(server, other.server());
    }

    /** What names the server where something is kept for each. */
    String name() {
        return server == null ? BUILT_IN : server.toString();
    }

    void reach(ServerLink link) {
        link.point(server, transport, wire, credentials);
    }
}
