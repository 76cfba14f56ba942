package dev.liveticker.server.cli;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.venue.VenueAddress;
import dev.liveticker.server.venue.VenueKey;
import dev.liveticker.server.venue.VenueMarket;
import dev.liveticker.server.venue.VenueProtocol;
import dev.liveticker.server.venue.alpaca.AlpacaProtocol;
import dev.liveticker.server.venue.coinbase.CoinbaseProtocol;
import dev.liveticker.server.venue.finnhub.FinnhubProtocol;
import dev.liveticker.server.venue.kraken.KrakenProtocol;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which real venue prices come from. */
final class VenueOptions {

    @Option(
            names = "--source",
            paramLabel = "VENUE",
            completionCandidates = Choices.Venues.class,
            description = "Real prices instead of simulated ones: coinbase, kraken, alpaca or finnhub; --symbols says"
                    + " which.")
    private @Nullable String source;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File with the key of that venue, and the secret in the line after it if there is one"
                    + " (default: APCA_API_KEY_ID and APCA_API_SECRET_KEY, or FINNHUB_API_KEY, in the environment).")
    private @Nullable Path keyFile;

    @Option(
            names = "--source-url",
            paramLabel = "URL",
            hidden = true,
            description = "Ask this server instead of the venue's own.")
    private @Nullable URI url;

    /** @throws IllegalArgumentException if only what belongs to a venue is given */
    boolean named() {
        if (source == null && (keyFile != null || url != null)) {
            throw new IllegalArgumentException(
                    (keyFile != null ? "--key-file" : "--source-url") + " goes with --source");
        }
        return source != null;
    }

    /**
     * The market of the venue named.
     *
     * @param environment where keys are looked for
     * @throws IllegalArgumentException if options make no sense together; the message says which
     */
    MarketPlan plan(List<Symbol> symbols, Map<String, String> environment) {
        String venue = source == null ? "" : source.strip().toLowerCase(Locale.ROOT);
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException(
                    "--source " + venue + ": name what to follow with --symbols, joined by commas");
        }
        return switch (venue) {
            case "coinbase" -> {
                VenueAddress address = open(CoinbaseProtocol.ADDRESS);
                yield plan(() -> new CoinbaseProtocol(address, symbols));
            }
            case "kraken" -> {
                VenueAddress address = open(KrakenProtocol.ADDRESS);
                yield plan(() -> new KrakenProtocol(address, symbols));
            }
            case "alpaca" -> {
                VenueAddress address = secret(AlpacaProtocol.ADDRESS);
                VenueKey key = VenueKey.read("Alpaca", keyFile, AlpacaProtocol.KEY_VARIABLES, environment);
                yield plan(() -> new AlpacaProtocol(address, key, symbols));
            }
            case "finnhub" -> {
                VenueAddress address = secret(FinnhubProtocol.ADDRESS);
                VenueKey key = VenueKey.read("Finnhub", keyFile, FinnhubProtocol.KEY_VARIABLES, environment);
                yield plan(() -> new FinnhubProtocol(address, key, symbols));
            }
            default ->
                throw new IllegalArgumentException(
                        "--source: coinbase, kraken, alpaca or finnhub expected, not '" + source + "'");
        };
    }

    /** Each market has a protocol of its own, which remembers what it heard. */
    private static MarketPlan plan(Supplier<VenueProtocol> protocol) {
        // What makes no sense is said before any market is opened.
        var _ = protocol.get();
        return last -> VenueMarket.open(protocol.get());
    }

    /** Where to go without a key. */
    private VenueAddress open(VenueAddress usual) {
        if (keyFile != null) {
            throw new IllegalArgumentException("--key-file: this venue wants no key");
        }
        return address(usual);
    }

    /** Where to go with a key. */
    private VenueAddress secret(VenueAddress usual) {
        VenueAddress address = address(usual);
        if (!address.isPrivate()) {
            throw new IllegalArgumentException("--source-url: a key is sent by https:// only, or to this machine");
        }
        return address;
    }

    private VenueAddress address(VenueAddress usual) {
        try {
            return url == null ? usual : VenueAddress.at(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--source-url: " + e.getMessage(), e);
        }
    }
}
