package dev.liveticker.fuzz;

import dev.liveticker.codec.Encoding;
import dev.liveticker.desktop.portfolio.TransactionCsvTarget;
import dev.liveticker.desktop.update.UpdateAnswerTarget;
import dev.liveticker.desktop.watchlist.WatchlistCsvTarget;
import dev.liveticker.feed.http.EventStreamTarget;
import dev.liveticker.feed.http.HttpAnswerTarget;
import dev.liveticker.feed.websocket.InflaterTarget;
import dev.liveticker.server.cli.ServerTomlTarget;
import dev.liveticker.server.node.NodeStateTarget;
import dev.liveticker.server.recording.RecordingTarget;
import dev.liveticker.server.transport.ForwardedTarget;
import dev.liveticker.server.transport.alpaca.AlpacaTarget;
import dev.liveticker.server.transport.fault.FaultBodyTarget;
import dev.liveticker.server.transport.socketio.SocketIoTarget;
import dev.liveticker.server.transport.websocket.SocketFramesTarget;
import dev.liveticker.server.venue.VenueMessageTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All targets by their names, which are those of their folders of findings too. */
public final class Targets {

    private static final Map<String, Supplier<Target>> ALL = all();

    private Targets() {}

    private static Map<String, Supplier<Target>> all() {
        Map<String, Supplier<Target>> all = new LinkedHashMap<>();
        all.put("frames-json", () -> new FramesTarget(Encoding.JSON));
        all.put("frames-cbor", () -> new FramesTarget(Encoding.CBOR));
        all.put("event-stream", EventStreamTarget::new);
        all.put("http-answer", HttpAnswerTarget::new);
        all.put("inflater", InflaterTarget::new);
        all.put("query", QueryTarget::new);
        all.put("forwarded", ForwardedTarget::new);
        all.put("fault-body", FaultBodyTarget::new);
        all.put("websocket", SocketFramesTarget::new);
        all.put("socket-io", SocketIoTarget::new);
        all.put("alpaca", AlpacaTarget::new);
        all.put("venue-message", VenueMessageTarget::new);
        all.put("node-state", NodeStateTarget::new);
        all.put("update-answer", UpdateAnswerTarget::new);
        all.put("server-toml", ServerTomlTarget::new);
        all.put("user-files", UserFilesTarget::new);
        all.put("watchlist-csv", WatchlistCsvTarget::new);
        all.put("transaction-csv", TransactionCsvTarget::new);
        all.put("watch-link", WatchLinkTarget::new);
        all.put("recording", RecordingTarget::new);
        all.put("csv-import", CsvImportTarget::new);
        return all;
    }

    /** In the order of the way of a quote, then the files. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** @throws IllegalArgumentException if there is none of that name; the message says which there are */
    public static Target named(String name) {
        Supplier<Target> target = ALL.get(name);
        if (target == null) {
            throw new IllegalArgumentException("there is no target '" + name + "' but " + String.join(", ", names()));
        }
        return target.get();
    }
}
