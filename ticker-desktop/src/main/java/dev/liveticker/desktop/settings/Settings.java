package dev.liveticker.desktop.settings;

import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import dev.liveticker.model.Symbol;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the desktop remembers.
 *
 * @param server the address of a server; absent for the built-in one
 * @param token for a server that asks for one; absent if none was given
 * @param transport the one to use; absent to find the best that works
 * @param watchlist what the first list begins with: the only one of early versions, each symbol once
 * @param window where it stood; absent before it was first closed or moved
 * @param pins the certificates that a person trusted, each for one server
 * @param updates the address that tells which version of the program is the newest; absent to ask nobody
 */
public record Settings(
        @Nullable URI server,
        @Nullable AccessToken token,
        @Nullable Transport transport,
        Wire wire,
        Appearance appearance,
        Notices notices,
        List<Symbol> watchlist,
        @Nullable WindowPlace window,
        Map<HostPort, Fingerprint> pins,
        @Nullable URI updates) {

    /** Nobody has compared more fingerprints than that. */
    static final int MOST_PINS = 200;

    public Settings {
        watchlist = List.copyOf(watchlist);
        pins = Map.copyOf(pins);
    }

    /** What one starts with: well-known names of every kind. */
    public static Settings defaults() {
        return new Settings(
                null,
                null,
                null,
                Wire.defaults(),
                Appearance.defaults(),
                Notices.defaults(),
                Stream.of(
                                "AAPL",
                                "MSFT",
                                "NVDA",
                                "AMZN",
                                "GOOGL",
                                "META",
                                "TSLA",
                                "BRK.B",
                                "JPM",
                                "^GSPC",
                                "BTC-USD",
                                "EURUSD=X")
                        .map(Symbol::of)
                        .toList(),
                null,
                Map.of(),
                null);
    }

    public Settings withServer(@Nullable URI newServer) {
        return new Settings(newServer, token, transport, wire, appearance, notices, watchlist, window, pins, updates);
    }

    public Settings withToken(@Nullable AccessToken newToken) {
        return new Settings(server, newToken, transport, wire, appearance, notices, watchlist, window, pins, updates);
    }

    /** The token to show to a server; empty if there is none for it. */
    public Optional<String> tokenFor(@Nullable URI asking) {
        return token != null && token.server().equals(asking) ? Optional.of(token.text()) : Optional.empty();
    }

    public Settings withTransport(@Nullable Transport newTransport) {
        return new Settings(server, token, newTransport, wire, appearance, notices, watchlist, window, pins, updates);
    }

    public Settings withWire(Wire newWire) {
        return new Settings(server, token, transport, newWire, appearance, notices, watchlist, window, pins, updates);
    }

    public Settings withAppearance(Appearance newAppearance) {
        return new Settings(server, token, transport, wire, newAppearance, notices, watchlist, window, pins, updates);
    }

    public Settings withNotices(Notices newNotices) {
        return new Settings(server, token, transport, wire, appearance, newNotices, watchlist, window, pins, updates);
    }

    public ThemeChoice theme() {
        return appearance.theme();
    }

    public Settings withTheme(ThemeChoice newTheme) {
        return withAppearance(appearance.withTheme(newTheme));
    }

    public boolean flash() {
        return appearance.flash();
    }

    public Settings withFlash(boolean newFlash) {
        return withAppearance(appearance.withFlash(newFlash));
    }

    public Settings withWatchlist(List<Symbol> newWatchlist) {
        return new Settings(server, token, transport, wire, appearance, notices, newWatchlist, window, pins, updates);
    }

    public Settings withWindow(@Nullable WindowPlace newWindow) {
        return new Settings(server, token, transport, wire, appearance, notices, watchlist, newWindow, pins, updates);
    }

    public Settings withUpdates(@Nullable URI newUpdates) {
        return new Settings(server, token, transport, wire, appearance, notices, watchlist, window, pins, newUpdates);
    }

    /** From now on this certificate, and no other, is right for this server. */
    public Settings withPin(HostPort place, Fingerprint fingerprint) {
        Map<HostPort, Fingerprint> newPins = new HashMap<>(pins);
        newPins.put(place, fingerprint);
        return new Settings(server, token, transport, wire, appearance, notices, watchlist, window, newPins, updates);
    }

    /** From now on no certificate is trusted for this server unless the system trusts it. */
    public Settings withoutPin(HostPort place) {
        Map<HostPort, Fingerprint> newPins = new HashMap<>(pins);
        newPins.remove(place);
        return new Settings(server, token, transport, wire, appearance, notices, watchlist, window, newPins, updates);
    }

    /** What was trusted for the server in use; absent if nothing was. */
    public @Nullable Fingerprint pin() {
        return server == null ? null : HostPort.of(server).map(pins::get).orElse(null);
    }
}
