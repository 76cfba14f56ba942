package dev.liveticker.server.metric;

import dev.liveticker.codec.Encoding;
import dev.liveticker.model.Channel;
import dev.liveticker.server.hub.Carrier;
import dev.liveticker.server.hub.Census;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubFigures;
import dev.liveticker.server.hub.Parting;
import dev.liveticker.server.hub.Traffic;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Who is there, and what they are sent. */
final class HubMeters implements MeterGroup {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final String TRANSPORT = "transport";
    private static final String ENCODING = "encoding";

    private final Hub hub;
    private final Latest<Census> census;

    HubMeters(Hub hub) {
        this.hub = hub;
        this.census = new Latest<>(Census.NOBODY, hub::census);
    }

    @Override
    public CompletableFuture<?> ask() {
        return census.ask();
    }

    @Override
    public void putUp(Panel panel) {
        present(panel);
        sent(panel);
        lost(panel);
        work(panel);
    }

    private void present(Panel panel) {
        for (Carrier carrier : Carrier.values()) {
            panel.gauge(
                    "live.ticker.connections",
                    "Clients that have a place; polling ones between two polls included.",
                    () -> census.value().connections().getOrDefault(carrier, 0),
                    TRANSPORT,
                    carrier.label());
        }
        for (Channel channel : Channel.values()) {
            panel.gauge(
                    "live.ticker.subscriptions",
                    "Symbols that clients are subscribed to, each counted for each client.",
                    () -> census.value().subscriptions().getOrDefault(channel, 0L),
                    "channel",
                    channel.code());
        }
        panel.gauge(
                "live.ticker.outbox",
                Panel.BYTES,
                "What waits for clients: answers, and frames on their way.",
                () -> census.value().queuedBytes());
        panel.gauge(
                "live.ticker.outbox.max",
                Panel.BYTES,
                "What waits for the one client that most waits for.",
                () -> census.value().longestQueueBytes());
        for (Parting parting : Parting.all()) {
            panel.counter(
                    "live.ticker.sessions.ended",
                    "Clients that lost their place, by why: they left, were forgotten between two polls, or were ended.",
                    () -> hub.figures().parted(parting),
                    "reason",
                    parting.name());
        }
    }

    private void sent(Panel panel) {
        for (Carrier carrier : Carrier.values()) {
            for (Encoding encoding : Encoding.values()) {
                Traffic traffic = hub.figures().sent(carrier, encoding);
                String code = encoding.name().toLowerCase(Locale.ROOT);
                panel.counter(
                        "live.ticker.messages.sent",
                        "Messages in the frames given to a transport.",
                        traffic::messages,
                        TRANSPORT,
                        carrier.label(),
                        ENCODING,
                        code);
                panel.counter(
                        "live.ticker.frames.sent",
                        "Frames given to a transport.",
                        traffic::frames,
                        TRANSPORT,
                        carrier.label(),
                        ENCODING,
                        code);
                panel.bytesCounter(
                        "live.ticker.sent",
                        "Bytes of the frames given to a transport, before it wraps or compresses them.",
                        traffic::bytes,
                        TRANSPORT,
                        carrier.label(),
                        ENCODING,
                        code);
            }
        }
        HubFigures figures = hub.figures();
        polls(panel, "news", () -> figures.polls(false));
        polls(panel, "empty", () -> figures.polls(true));
    }

    private static void polls(Panel panel, String outcome, LongSupplier count) {
        panel.counter(
                "live.ticker.polls.answered",
                "Polls answered, with something to say or without.",
                count,
                "outcome",
                outcome);
    }

    private void lost(Panel panel) {
        HubFigures figures = hub.figures();
        panel.counter(
                "live.ticker.messages.conflated",
                "Changes of a quote or an open bar that a client did not get, since a newer one took their place.",
                figures::conflated);
        panel.counter(
                "live.ticker.messages.dropped",
                "Trades, closed bars and changes of status given up because their reader was too far behind.",
                figures::dropped);
        panel.counter("live.ticker.gaps.sent", "Announcements that something was lost.", figures::gaps);
    }

    private void work(Panel panel) {
        HubFigures figures = hub.figures();
        panel.counter("live.ticker.market.events", "Events of the market that came to the hub.", figures::events);
        panel.gauge(
                "live.ticker.market.lag",
                Panel.SECONDS,
                "How old one of the newest events was by the market's clock when it came to the hub.",
                () -> figures.lagMicros() / MICROS_PER_SECOND);
        panel.gauge("live.ticker.hub.waiting.tasks", "What waits to be done by the hub's thread.", hub::waiting);
        panel.histogram(
                "live_ticker_hub_turn_seconds",
                "How long the hub's thread was busy each time it was woken.",
                figures.turns());
        panel.histogram(
                "live_ticker_delivery_latency_seconds",
                "From an event's publication to its frame being given to the transports of all that were ready for it;"
                        + " a sample.",
                figures.latency());
    }
}
