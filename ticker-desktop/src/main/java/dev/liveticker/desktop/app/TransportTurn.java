package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.Transport;
import java.util.List;
import java.util.Objects;

/** Goes from one transport to the next, in the order of their worth, and round. Belongs to the FX thread. */
final class TransportTurn {

    private final Feed feed;
    private final SettingsStore store;

    TransportTurn(Feed feed, SettingsStore store) {
        this.feed = feed;
        this.store = store;
    }

    void next() {
        List<Transport> all = List.of(Transport.values());
        Transport next = all.get((all.indexOf(inUse()) + 1) % all.size());
        store.change(kept -> kept.withTransport(next));
    }

    private Transport inUse() {
        return switch (feed.state()) {
            case ConnectionState.Live live -> live.transport();
            case ConnectionState.Stale stale -> stale.transport();
            case ConnectionState.Connecting connecting -> connecting.transport();
            case ConnectionState.Idle idle -> chosen();
            case ConnectionState.Waiting waiting -> chosen();
            case ConnectionState.Refused refused -> chosen();
        };
    }

    private Transport chosen() {
        return Objects.requireNonNullElse(store.settings().get().transport(), Transport.WEBSOCKET);
    }
}
