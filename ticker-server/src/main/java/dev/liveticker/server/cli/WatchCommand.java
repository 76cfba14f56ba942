package dev.liveticker.server.cli;

import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ticker-server watch AAPL MSFT}: shows a feed in the terminal, so that it can be looked at without a desktop.
 */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        sortOptions = false,
        description = "Prints a server's live feed, and stays connected until stopped.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:--count lines were printed",
            "1:the server refused, or knows none of the symbols",
            "2:a bad option"
        })
final class WatchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "SYMBOL",
            converter = SymbolReader.class,
            description = "What to watch, such as AAPL BTC-USD ^GSPC.")
    private List<Symbol> symbols = List.of();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "The server (default: ${DEFAULT-VALUE}).")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--pin",
            paramLabel = "SHA256:…",
            description = "The fingerprint of the one certificate to accept from an https server, whoever signed it.")
    private @Nullable String pin;

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            defaultValue = "auto",
            completionCandidates = Choices.Transports.class,
            description = "auto, websocket, sse, long-polling or polling (default: ${DEFAULT-VALUE}).")
    private String transport = "auto";

    @Option(
            names = "--channels",
            paramLabel = "CHANNEL",
            split = ",",
            defaultValue = "quotes",
            completionCandidates = Choices.Channels.class,
            description = "quotes, trades, bars; separated by commas (default: ${DEFAULT-VALUE}).")
    private List<String> channels = List.of();

    @Option(names = "--binary", description = "Ask for CBOR instead of JSON.")
    private boolean binary;

    @Option(names = "--json", description = "Print each message as a line of JSON.")
    private boolean json;

    @Option(
            names = "--acknowledge",
            description = "Acknowledge each notification that is printed, so that it does not come again.")
    private boolean acknowledge;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Show the token in this file to the server; it is read anew for each connection.")
    private @Nullable Path tokenFile;

    @Option(names = "--count", paramLabel = "LINES", description = "Stop after so many lines.")
    private @Nullable Long count;

    @Override
    public Integer call() throws InterruptedException {
        FeedSettings settings = settings();
        List<Subscription> subscriptions = subscriptions();
        CompletableFuture<Feed> feed = new CompletableFuture<>();
        WatchPrinter printer = new WatchPrinter(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                json,
                count == null ? Long.MAX_VALUE : count,
                notification -> {
                    if (acknowledge) {
                        var _ = feed.thenAccept(there -> there.acknowledge(notification.id()));
                    }
                });
        try (Feeds.Connected connected = Feeds.connect(settings, printer)) {
            feed.complete(connected.feed());
            connected.feed().subscribe(subscriptions);
            return printer.await();
        }
    }

    private FeedSettings settings() {
        if (count != null && count < 1) {
            throw bad("--count must be at least 1, not " + count);
        }
        try {
            return new FeedSettings(server, transport(), binary, true, token(), pin());
        } catch (IllegalArgumentException e) {
            throw bad("--server: " + e.getMessage());
        }
    }

    private TokenSource token() {
        if (tokenFile == null) {
            return TokenSource.none();
        }
        TokenSource source = TokenSource.file(tokenFile);
        if (!Files.isReadable(tokenFile) || source.authorization().isEmpty()) {
            throw bad("--token-file: " + tokenFile + " cannot be read or holds no token");
        }
        return source;
    }

    private @Nullable Fingerprint pin() {
        if (pin == null) {
            return null;
        }
        if (!"https".equals(server.getScheme())) {
            throw bad("--pin is for a server whose address begins with https://");
        }
        return Fingerprint.parse(pin)
                .orElseThrow(() -> bad("--pin must be SHA256: and 64 hexadecimal digits, as watch shows it"));
    }

    private @Nullable Transport transport() {
        if (transport.equals("auto")) {
            return null;
        }
        return Arrays.stream(Transport.values())
                .filter(known ->
                        known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(transport))
                .findFirst()
                .orElseThrow(() -> bad(
                        "--transport must be auto, websocket, sse, long-polling or polling, not '" + transport + "'"));
    }

    private List<Subscription> subscriptions() {
        List<Subscription> subscriptions = new ArrayList<>();
        for (String name : channels) {
            Optional<Channel> channel = Channel.parse(name);
            if (channel.isEmpty()) {
                throw bad("--channels must be of quotes, trades and bars, not '" + name + "'");
            }
            for (Symbol symbol : symbols) {
                subscriptions.add(
                        switch (channel.get()) {
                            case QUOTES -> Subscription.quotes(symbol);
                            case TRADES -> Subscription.trades(symbol);
                            case BARS -> Subscription.bars(symbol, Interval.ONE_MINUTE);
                        });
            }
        }
        return subscriptions;
    }

    private ParameterException bad(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
