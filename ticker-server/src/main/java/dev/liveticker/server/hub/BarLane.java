package dev.liveticker.server.hub;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bars of one symbol and interval: closed ones in a lane, and the open one as a value that changes. */
final class BarLane {

    private final Lane closed;
    private final Supplier<Optional<Bar>> history;
    private final Audience<OpenBarView> viewers = new Audience<>();
    private long openSeq;
    private @Nullable EncodedMessage open;

    /** @param history gives the open bar as it stands; asked only when someone wants to see it */
    BarLane(Symbol symbol, Supplier<Optional<Bar>> history) {
        this.closed = new Lane(symbol, Channel.BARS);
        this.history = history;
    }

    Lane closed() {
        return closed;
    }

    Audience<OpenBarView> viewers() {
        return viewers;
    }

    /** The number of the open bar's last change; 0 if no bar is open. */
    long openSeq() {
        return openSeq;
    }

    /** The open bar changed. */
    void changed(long seq) {
        openSeq = seq;
        open = null;
        viewers.forEach(OpenBarView::changed);
    }

    /** The open bar is over. */
    void ended() {
        openSeq = 0;
        open = null;
    }

    /** The open bar. Only while one is. */
    EncodedMessage open() {
        if (open == null) {
            open = new EncodedMessage(history.get().orElseThrow().numbered(openSeq));
        }
        return open;
    }
}
