package dev.liveticker.server.hub;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Symbol;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bars of one symbol and interval: closed ones in a lane, and the open one as a value that changes. */
final class BarLane implements Value {

    private final Lane closed;
    private final Supplier<Optional<Bar>> history;
    private final Audience<Watch> watchers = new Audience<>();
    private long openSeq;
    private long eventSeq;
    private @Nullable EncodedMessage open;
    private boolean told;
    private long changes;

    /** @param history gives the open bar as it stands; asked only when someone wants to see it */
    BarLane(Symbol symbol, Supplier<Optional<Bar>> history) {
        this.closed = new Lane(symbol);
        this.history = history;
    }

    Lane closed() {
        return closed;
    }

    @Override
    public Audience<Watch> watchers() {
        return watchers;
    }

    /** The closed bars. */
    @Override
    public Lane before() {
        return closed;
    }

    /** The number of the open bar's last change; 0 if no bar is open. */
    @Override
    public long seq() {
        return openSeq;
    }

    @Override
    public long eventSeq() {
        return eventSeq;
    }

    /** Has no bars but the open one, which is given another number; 0 for none. Nobody may be looking on. */
    void restore(long seq) {
        closed.restart();
        eventSeq = seq;
        become(seq);
    }

    /** The open bar changed. */
    void changed(long seq) {
        eventSeq = seq;
        become(seq);
        changes++;
        watchers.forEachLeaving(watch -> watch.changed(Form.BRIEF));
    }

    @Override
    public Form changedSince(long seq) {
        return Form.BRIEF;
    }

    @Override
    public long changes() {
        return changes;
    }

    @Override
    public boolean told() {
        return told;
    }

    @Override
    public void renumber(long seq) {
        become(seq);
    }

    private void become(long seq) {
        openSeq = seq;
        open = null;
        told = false;
    }

    /** The open bar is over. */
    void ended() {
        eventSeq = 0;
        become(0);
    }

    /** The open bar, which has one form only. Only while one is. */
    @Override
    public EncodedMessage in(Form form) {
        told = true;
        if (open == null) {
            open = new EncodedMessage(history.get().orElseThrow().numbered(openSeq));
        }
        return open;
    }
}
