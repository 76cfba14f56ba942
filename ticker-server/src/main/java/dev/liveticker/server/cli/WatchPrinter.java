package dev.liveticker.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Gap;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.MicroTime;
import dev.liveticker.model.Symbol;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/**
 * Prints what a feed brings: a line for each quote, trade and bar on the one writer, everything about the connection on
 * the other, so that the first can be piped. Called by the feed's thread; {@link #await} by the one that waits for the
 * end.
 */
final class WatchPrinter implements FeedListener {

    private static final FrameCodec JSON = FrameCodec.of(Encoding.JSON);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final Map<Symbol, Quote> newest = new HashMap<>();
    private final Set<Subscribed.Rejection> complained = new HashSet<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Consumer<Notification> printed;
    private String greeted = "";
    private long left;
    private volatile int exitCode = ExitCode.OK;

    /**
     * @param json whether to print messages as they are instead of lines for people
     * @param limit how many lines to print at most
     * @param printed told of each notification that was
     */
    WatchPrinter(PrintWriter out, PrintWriter err, boolean json, long limit, Consumer<Notification> printed) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.left = limit;
        this.printed = printed;
    }

    /** Waits until enough was printed or the server refused, and says with what code to exit. */
    int await() throws InterruptedException {
        finished.await();
        return exitCode;
    }

    @Override
    public void onMessages(List<ServerMessage> messages) {
        for (ServerMessage message : messages) {
            Optional<String> line =
                    json ? jsonLine(message) : personLine(message).map(WatchPrinter::printable);
            if (line.isPresent() && left > 0) {
                out.println(line.get());
                left--;
                if (message instanceof Notification notification) {
                    printed.accept(notification);
                }
            }
            complain(message);
            if (message instanceof Welcome welcome) {
                greet(welcome);
            }
        }
        out.flush();
        // A closed pipe (watch | head) is the reader's way to say stop.
        if (left == 0 || out.checkError()) {
            finished.countDown();
        }
    }

    @Override
    public void onState(ConnectionState state) {
        switch (state) {
            case ConnectionState.Idle ignored -> {}
            case ConnectionState.Connecting(int attempt, var transport) ->
                say("connecting over " + name(transport) + (attempt > 1 ? ", attempt " + attempt : ""));
            case ConnectionState.Live(var transport) -> say("live over " + name(transport));
            case ConnectionState.Stale(var transport) -> say("no sign of life over " + name(transport));
            case ConnectionState.Waiting waiting ->
                say(waiting.why() + "; trying again in " + waiting.delay().toMillis() + " ms");
            case ConnectionState.Refused refused -> {
                say("refused: " + refused.why());
                if (refused.certificate() != null) {
                    show(refused.certificate());
                }
                exitCode = ExitCode.SOFTWARE;
                finished.countDown();
            }
        }
    }

    /** Says whose prices they are, when that is news. */
    private void greet(Welcome welcome) {
        String name = welcome.source() == null ? "a market without a name" : welcome.source();
        String market = name + (welcome.simulated() && !name.equals("SIMULATED") ? " (simulated)" : "");
        if (!market.equals(greeted)) {
            greeted = market;
            say("prices of " + market);
        }
    }

    private void show(CertificateRefusal certificate) {
        say("the certificate is of " + certificate.subject() + ", signed by " + certificate.issuer());
        say("valid from " + certificate.validFrom() + " to " + certificate.validUntil());
        say("fingerprint " + certificate.fingerprint());
        if (certificate.mayBePinned()) {
            say("if whoever runs the server sees the same fingerprint, trust it with --pin");
        }
    }

    private static Optional<String> jsonLine(ServerMessage message) {
        return message instanceof MarketEvent
                        || message instanceof Snapshot
                        || message instanceof Notification
                        || message instanceof Gap
                ? Optional.of(new String(JSON.encode(message), UTF_8))
                : Optional.empty();
    }

    private Optional<String> personLine(ServerMessage message) {
        return switch (message) {
            case Snapshot snapshot -> Optional.of(line(remember(snapshot.quote())));
            case Quote quote -> Optional.of(line(remember(quote)));
            case Trade trade ->
                Optional.of("%s  %-10s trade %s of %s (%s)"
                        .formatted(
                                time(trade.time()),
                                trade.symbol(),
                                plain(trade.size()),
                                plain(trade.price()),
                                trade.side().code()));
            case Bar bar ->
                Optional.of("%s  %-10s bar %s  O %s  H %s  L %s  C %s  V %s%s"
                        .formatted(
                                time(bar.start()),
                                bar.symbol(),
                                bar.interval().code(),
                                plain(bar.open()),
                                plain(bar.high()),
                                plain(bar.low()),
                                plain(bar.close()),
                                plain(bar.volume()),
                                bar.closed() ? "" : " (open)"));
            case Status status ->
                Optional.of("%-12s  %-10s is %s"
                        .formatted("", status.symbol(), status.status().code()));
            case Notification notification ->
                Optional.of("%s  %-10s ALERT %s"
                        .formatted(
                                time(notification.time()),
                                notification.symbol() == null ? "" : notification.symbol(),
                                notification.text()));
            default -> Optional.empty();
        };
    }

    private Quote remember(Quote quote) {
        return newest.merge(quote.symbol(), quote, (before, now) -> now.over(before));
    }

    private static String line(Quote quote) {
        return "%s  %-10s %14s  %-9s bid %s x %s  ask %s x %s  vol %s"
                .formatted(
                        time(quote.time()),
                        quote.symbol(),
                        plain(quote.last()),
                        change(quote),
                        plain(quote.bid()),
                        plain(quote.bidSize()),
                        plain(quote.ask()),
                        plain(quote.askSize()),
                        plain(quote.volume()))
                .stripTrailing();
    }

    private static String change(Quote quote) {
        BigDecimal last = quote.last();
        BigDecimal close = quote.previousClose();
        if (last == null || close == null || close.signum() == 0) {
            return "-";
        }
        BigDecimal percent = last.subtract(close).movePointRight(2).divide(close, MathContext.DECIMAL64);
        return String.format(Locale.ROOT, "%+.2f%%", percent);
    }

    private void complain(ServerMessage message) {
        switch (message) {
            case Subscribed subscribed -> complain(subscribed);
            case Gap gap -> say("gap in " + gap.channel().code() + ": " + gap.reason());
            case Failure failure -> say(failure.code() + ": " + failure.message());
            default -> {}
        }
    }

    private void complain(Subscribed subscribed) {
        subscribed.rejected().stream()
                .filter(complained::add)
                .forEach(rejection -> say(rejection.symbol() + ": " + rejection.code()));
        if (subscribed.symbols().isEmpty() && !subscribed.rejected().isEmpty()) {
            say("there is nothing to watch");
            exitCode = ExitCode.SOFTWARE;
            finished.countDown();
        }
    }

    private static String name(Transport transport) {
        return switch (transport) {
            case WEBSOCKET -> "WebSocket";
            case SSE -> "SSE";
            case LONG_POLLING -> "long polling";
            case POLLING -> "polling";
        };
    }

    private void say(String what) {
        err.println("watch: " + printable(what));
        err.flush();
    }

    /** What others wrote must not move the cursor, or do worse to a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }

    private static String time(long micros) {
        return TIME.format(MicroTime.instant(micros));
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "-" : value.toPlainString();
    }
}
