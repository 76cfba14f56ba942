package dev.liveticker.server.metric;

import dev.liveticker.message.End;
import dev.liveticker.server.hub.HubFigures;
import dev.liveticker.server.limit.OpenConnections;
import dev.liveticker.server.transport.LoginFigures;
import dev.liveticker.server.transport.Refusal;
import dev.liveticker.server.transport.Refusals;
import dev.liveticker.server.transport.websocket.Compression;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Who comes in and who does not, and what compression saves. */
final class DoorMeters implements MeterGroup {

    private final HubFigures hub;
    private final Refusals refusals;
    private final LoginFigures logins;
    private final OpenConnections connections;
    private final Supplier<Compression> compression;

    DoorMeters(
            HubFigures hub,
            Refusals refusals,
            LoginFigures logins,
            OpenConnections connections,
            Supplier<Compression> compression) {
        this.hub = hub;
        this.refusals = refusals;
        this.logins = logins;
        this.connections = connections;
        this.compression = compression;
    }

    @Override
    public void putUp(Panel panel) {
        for (Refusal refusal : Refusal.values()) {
            refused(
                    panel,
                    refusal.label(),
                    refusal == Refusal.OVERLOAD
                            ? () -> refusals.count(refusal) + hub.turnedAway(End.OVERLOADED)
                            : () -> refusals.count(refusal));
        }
        refused(panel, "stopping", () -> hub.turnedAway(End.GOING_AWAY));
        login(panel, "accepted", logins::accepted);
        login(panel, "invalid", logins::invalid);
        login(panel, "expired", logins::expired);
        login(panel, "blocked", logins::blocked);
        panel.gauge("live.ticker.tcp.connections", "Open connections, whatever they are for.", connections::count);
        panel.counter(
                "live.ticker.tcp.connections.dropped",
                "Connections closed without a word, since even for an answer there were too many.",
                connections::dropped);
        panel.counter(
                "live.ticker.compressed.messages",
                "WebSocket messages sent compressed.",
                () -> compression.get().messages());
        panel.bytesCounter(
                "live.ticker.compression.input",
                "What compressed WebSocket messages would have taken as they were.",
                () -> compression.get().bytesBefore());
        panel.bytesCounter(
                "live.ticker.compression.output",
                "What compressed WebSocket messages took.",
                () -> compression.get().bytesAfter());
    }

    private static void refused(Panel panel, String reason, LongSupplier count) {
        panel.counter(
                "live.ticker.refused",
                "Requests and clients turned away; what was merely wrong with a request is not counted.",
                count,
                "reason",
                reason);
    }

    private static void login(Panel panel, String outcome, LongSupplier count) {
        panel.counter("live.ticker.logins", "Tokens shown, by what they were worth.", count, "outcome", outcome);
    }
}
