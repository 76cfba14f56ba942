package dev.liveticker.desktop.connection;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedStatistics;
import dev.liveticker.feed.Transport;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What the status bar says. Belongs to the FX thread; needs no toolkit. */
public final class ConnectionViewModel {

    /** What the dot shows. */
    public enum Light {
        IDLE,
        CONNECTING,
        LIVE,
        STALE,
        WAITING,
        REFUSED
    }

    /** Where prices come from. */
    public enum Market {
        /** Nobody has said yet. */
        UNKNOWN,
        /** They are made up. */
        SIMULATED,
        /** They are of another day. */
        REPLAYED,
        REAL
    }

    /** What a market that is a recording is called begins so. */
    private static final String REPLAY = "REPLAY";

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Feed feed;
    private final ReadOnlyObjectWrapper<Light> light = new ReadOnlyObjectWrapper<>(Light.IDLE);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper transport = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper latency = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stream = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper account = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper certificate = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Market> market = new ReadOnlyObjectWrapper<>(Market.UNKNOWN);
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sourceExplained = new ReadOnlyStringWrapper("");
    private long countedAtNanos;
    private long counted = -1;

    public ConnectionViewModel(Feed feed) {
        this.feed = feed;
    }

    public ReadOnlyObjectProperty<Light> light() {
        return light.getReadOnlyProperty();
    }

    /** The state in words. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** What exactly stands between, as it was reported, whatever the language; empty if nothing does. */
    public ReadOnlyStringProperty detail() {
        return detail.getReadOnlyProperty();
    }

    /** How the stream travels; empty while it does not. */
    public ReadOnlyStringProperty transport() {
        return transport.getReadOnlyProperty();
    }

    /** Such as {@code 4 ms}; empty where it is not known. */
    public ReadOnlyStringProperty latency() {
        return latency.getReadOnlyProperty();
    }

    /** Market messages in the last second. */
    public ReadOnlyStringProperty rate() {
        return rate.getReadOnlyProperty();
    }

    /** Which numbering is read, and what of it was lost. */
    public ReadOnlyStringProperty stream() {
        return stream.getReadOnlyProperty();
    }

    /** What became of gaps and duplicates, in full; empty before anything was read. */
    public ReadOnlyStringProperty account() {
        return account.getReadOnlyProperty();
    }

    /** Whether a person may say that the server's certificate is the right one. */
    public ReadOnlyBooleanProperty certificate() {
        return certificate.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Market> market() {
        return market.getReadOnlyProperty();
    }

    /** What the market is called; empty where there is nothing to say. */
    public ReadOnlyStringProperty source() {
        return source.getReadOnlyProperty();
    }

    /** What that means for whoever looks at the prices. */
    public ReadOnlyStringProperty sourceExplained() {
        return sourceExplained.getReadOnlyProperty();
    }

    /**
     * The server has said where its prices come from.
     *
     * @param name absent from a server that does not say
     */
    public void market(boolean simulated, @Nullable String name) {
        String given = name == null ? "" : name.strip();
        String madeUp = Texts.of("connection.simulated");
        if (given.startsWith(REPLAY)) {
            show(Market.REPLAYED, given, Texts.of("connection.market.replayed", given));
        } else if (simulated && (given.isEmpty() || given.equals("SIMULATED"))) {
            show(Market.SIMULATED, madeUp, Texts.of("connection.market.simulated"));
        } else if (simulated) {
            show(Market.SIMULATED, madeUp + " \u00b7 " + given, Texts.of("connection.market.simulated.named", given));
        } else {
            show(Market.REAL, given, Texts.of("connection.market.real", given));
        }
    }

    /** The server is another one, and has said nothing yet. */
    public void forgetMarket() {
        show(Market.UNKNOWN, "", "");
    }

    private void show(Market from, String name, String explained) {
        market.set(from);
        source.set(name);
        sourceExplained.set(explained);
    }

    /** Ends the wait. */
    public void retryNow() {
        feed.retryNow();
    }

    /** Brings everything up to date with the feed. Called often. */
    public void pulse(long nowNanos) {
        ConnectionState state = feed.state();
        FeedStatistics statistics = feed.statistics();
        say(state, nowNanos);
        count(statistics, nowNanos, light.get() == Light.LIVE);
        String gaps = Texts.of(statistics.gaps() == 1 ? "connection.gap" : "connection.gaps", statistics.gaps());
        String epoch = statistics.epoch();
        if (epoch == null) {
            stream.set("");
            account.set("");
        } else {
            stream.set(Texts.of("connection.stream", epoch, gaps));
            account.set(Texts.of(
                    "connection.account",
                    statistics.gaps(),
                    statistics.healed(),
                    statistics.duplicates(),
                    statistics.reconnects()));
        }
    }

    private void say(ConnectionState state, long nowNanos) {
        detail.set(
                switch (state) {
                    case ConnectionState.Waiting waiting -> Texts.of("connection.detail", waiting.why());
                    case ConnectionState.Refused refused -> Texts.of("connection.detail", refused.why());
                    case ConnectionState.Idle idle -> "";
                    case ConnectionState.Connecting connecting -> "";
                    case ConnectionState.Live live -> "";
                    case ConnectionState.Stale stale -> "";
                });
        certificate.set(state instanceof ConnectionState.Refused refused
                && refused.certificate() != null
                && refused.certificate().mayBePinned());
        switch (state) {
            case ConnectionState.Idle idle -> show(Light.IDLE, Texts.of("connection.idle"), "");
            case ConnectionState.Connecting connecting ->
                show(
                        Light.CONNECTING,
                        connecting.attempt() > 1
                                ? Texts.of("connection.connecting.again", connecting.attempt())
                                : Texts.of("connection.connecting"),
                        nameOf(connecting.transport()));
            case ConnectionState.Live live -> show(Light.LIVE, Texts.of("connection.live"), nameOf(live.transport()));
            case ConnectionState.Stale stale ->
                show(Light.STALE, Texts.of("connection.stale"), nameOf(stale.transport()));
            case ConnectionState.Waiting waiting ->
                show(
                        Light.WAITING,
                        Texts.of(
                                "connection.waiting",
                                secondsLeft(waiting, nowNanos),
                                cause(waiting.cause(), waiting.why())),
                        "");
            case ConnectionState.Refused refused ->
                show(Light.REFUSED, Texts.of("connection.refused", cause(refused.cause(), refused.why())), "");
        }
    }

    /** In the language spoken; where the user can mend it, it says how. */
    private static String cause(ConnectionState.Cause cause, String why) {
        return switch (cause) {
            case UNREACHABLE -> Texts.of("connection.why.unreachable");
            case UNSUITABLE -> Texts.of("connection.why.unsuitable");
            case BROKEN -> Texts.of("connection.why.broken");
            case CLOSED -> Texts.of("connection.why.closed");
            case OVERLOADED -> Texts.of("connection.why.overloaded");
            case UNAUTHENTICATED -> Texts.of("connection.why.unauthenticated");
            case UNTRUSTED -> Texts.of("connection.why.untrusted");
            case REFUSED -> Texts.of("connection.why.refused");
            // The desktop starts the server, and says so itself.
            case NOT_STARTED -> why;
        };
    }

    private void show(Light shown, String words, String travelsBy) {
        light.set(shown);
        text.set(words);
        transport.set(travelsBy);
    }

    private void count(FeedStatistics statistics, long nowNanos, boolean live) {
        if (!live) {
            counted = -1;
            latency.set("");
            rate.set("");
            return;
        }
        if (counted < 0) {
            counted = statistics.messages();
            countedAtNanos = nowNanos;
        } else if (nowNanos - countedAtNanos >= SECOND) {
            double seconds = (nowNanos - countedAtNanos) / (double) SECOND;
            long perSecond = Math.round((statistics.messages() - counted) / seconds);
            rate.set(Texts.of("connection.rate", Quantity.count(perSecond)));
            counted = statistics.messages();
            countedAtNanos = nowNanos;
            latency.set(statistics.latency() == null ? "" : milliseconds(statistics.latency()));
        }
    }

    private static String milliseconds(Duration latency) {
        long rounded = Math.round(latency.toNanos() / 1e6);
        return rounded == 0
                ? Texts.of("connection.latency.least")
                : Texts.of("connection.latency", Quantity.count(rounded));
    }

    /** Rounded up, so that it says 1 until the moment has come. */
    private static long secondsLeft(ConnectionState.Waiting waiting, long nowNanos) {
        return Math.max(0, Math.ceilDiv(waiting.retryAtNanos() - nowNanos, SECOND));
    }

    /** What people call a transport. */
    public static String nameOf(Transport transport) {
        return switch (transport) {
            case WEBSOCKET -> Texts.of("transport.websocket");
            case SSE -> Texts.of("transport.sse");
            case LONG_POLLING -> Texts.of("transport.longPolling");
            case POLLING -> Texts.of("transport.polling");
        };
    }
}
