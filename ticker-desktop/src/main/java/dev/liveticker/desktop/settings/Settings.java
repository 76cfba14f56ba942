package dev.liveticker.desktop.settings;

import dev.liveticker.feed.Transport;
import dev.liveticker.model.Symbol;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the desktop remembers.
 *
 * @param server the address of a server; absent for the built-in one
 * @param token for a server that asks for one; absent if none was given
 * @param transport the one to use; absent to find the best that works
 * @param flash whether a tick shows for a moment
 * @param watchlist in its own order, each symbol once
 * @param window where it stood; absent before it was first closed or moved
 */
public record Settings(
        @Nullable URI server,
        @Nullable AccessToken token,
        @Nullable Transport transport,
        ThemeChoice theme,
        boolean flash,
        List<Symbol> watchlist,
        @Nullable WindowPlace window) {

    /** More would only be a mistake, and each costs a subscription. */
    public static final int MOST_SYMBOLS = 500;

    public Settings {
        watchlist = List.copyOf(watchlist);
    }

    /** What one starts with: well-known names of every kind. */
    public static Settings defaults() {
        return new Settings(
                null,
                null,
                null,
                ThemeChoice.SYSTEM,
                true,
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
                null);
    }

    public Settings withServer(@Nullable URI newServer) {
        return new Settings(newServer, token, transport, theme, flash, watchlist, window);
    }

    public Settings withToken(@Nullable AccessToken newToken) {
        return new Settings(server, newToken, transport, theme, flash, watchlist, window);
    }

    /** The token to show to a server; empty if there is none for it. */
    public Optional<String> tokenFor(@Nullable URI asking) {
        return token != null && token.server().equals(asking) ? Optional.of(token.text()) : Optional.empty();
    }

    public Settings withTransport(@Nullable Transport newTransport) {
        return new Settings(server, token, newTransport, theme, flash, watchlist, window);
    }

    public Settings withTheme(ThemeChoice newTheme) {
        return new Settings(server, token, transport, newTheme, flash, watchlist, window);
    }

    public Settings withFlash(boolean newFlash) {
        return new Settings(server, token, transport, theme, newFlash, watchlist, window);
    }

    public Settings withWatchlist(List<Symbol> newWatchlist) {
        return new Settings(server, token, transport, theme, flash, newWatchlist, window);
    }

    public Settings withWindow(@Nullable WindowPlace newWindow) {
        return new Settings(server, token, transport, theme, flash, watchlist, newWindow);
    }
}
