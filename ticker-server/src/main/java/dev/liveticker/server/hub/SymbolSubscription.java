package dev.liveticker.server.hub;

import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one subscriber has of one symbol. */
final class SymbolSubscription {

    private final SymbolSlot slot;
    private final Outbox outbox;
    private final LaneCursor status;
    private @Nullable QuoteView quote;
    private @Nullable LaneCursor trades;
    private final Map<Interval, Bars> bars = new EnumMap<>(Interval.class);

    private record Bars(LaneCursor closed, OpenBarView open) {
        void close() {
            closed.close();
            open.close();
        }
    }

    /** @param passed the number up to which no change of status is wanted */
    SymbolSubscription(SymbolSlot slot, Outbox outbox, long passed) {
        this.slot = slot;
        this.outbox = outbox;
        this.status = new LaneCursor(slot.status(), outbox, passed);
    }

    boolean has(Topic topic) {
        Interval interval = topic.interval();
        if (interval != null) {
            return bars.containsKey(interval);
        }
        return topic.channel() == Channel.QUOTES ? quote != null : trades != null;
    }

    /** Adds what is not had yet. */
    void add(Topic topic, Resumption from, long head, @Nullable Double maxRate) {
        long passed = from.resumed() ? from.since() : head;
        status.reachBack(passed);
        Interval interval = topic.interval();
        if (interval != null) {
            BarLane lane = slot.bars(interval);
            LaneCursor closed = new LaneCursor(lane.closed(), outbox, passed);
            OpenBarView open = new OpenBarView(lane, closed, outbox);
            bars.put(interval, new Bars(closed, open));
            begin(open, from, maxRate);
        } else if (topic.channel() == Channel.QUOTES) {
            quote = new QuoteView(slot.quote(), outbox);
            begin(quote, from, maxRate);
        } else {
            trades = new LaneCursor(slot.trades(), outbox, passed);
        }
        announceStatus();
    }

    private static void begin(Conflated view, Resumption from, @Nullable Double maxRate) {
        view.pace(maxRate);
        if (from.resumed()) {
            view.resume(from.since());
        } else {
            view.begin();
        }
    }

    /** Sets another rate for what is had. */
    void pace(Topic topic, @Nullable Double maxRate) {
        Interval interval = topic.interval();
        Bars ofInterval = interval == null ? null : bars.get(interval);
        if (ofInterval != null) {
            ofInterval.open().pace(maxRate);
        } else if (topic.channel() == Channel.QUOTES && quote != null) {
            quote.pace(maxRate);
        }
    }

    /** Takes away what is had. */
    void remove(Topic topic) {
        Interval interval = topic.interval();
        if (interval != null) {
            Bars removed = bars.remove(interval);
            if (removed != null) {
                removed.close();
            }
        } else if (topic.channel() == Channel.QUOTES && quote != null) {
            quote.close();
            quote = null;
        } else if (topic.channel() == Channel.TRADES && trades != null) {
            trades.close();
            trades = null;
        }
        announceStatus();
    }

    /** A lost change of status is announced on a channel that the client has. */
    private void announceStatus() {
        if (quote != null) {
            status.announceOn(Channel.QUOTES);
        } else {
            status.announceOn(trades != null ? Channel.TRADES : Channel.BARS);
        }
    }

    boolean isEmpty() {
        return quote == null && trades == null && bars.isEmpty();
    }

    /** The client has nothing of it, but wants what is lossless after this. */
    void begin(long passed) {
        cursors().forEach(cursor -> cursor.restart(passed));
        views(Conflated::begin);
    }

    /** An answer to a poll got lost. */
    void undo(long answer) {
        cursors().forEach(cursor -> cursor.undo(answer));
        views(view -> view.undo(answer));
    }

    private List<LaneCursor> cursors() {
        List<LaneCursor> all = new ArrayList<>();
        all.add(status);
        if (trades != null) {
            all.add(trades);
        }
        bars.values().forEach(each -> all.add(each.closed()));
        return all;
    }

    private void views(Consumer<Conflated> action) {
        if (quote != null) {
            action.accept(quote);
        }
        bars.values().forEach(each -> action.accept(each.open()));
    }

    /** Leaves every audience. */
    void close() {
        cursors().forEach(LaneCursor::close);
        views(Conflated::close);
    }
}
