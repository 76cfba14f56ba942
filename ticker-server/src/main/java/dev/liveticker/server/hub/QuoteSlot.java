package dev.liveticker.server.hub;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The newest whole quote of a symbol and its forms on the wire. Written by the hub's thread; {@link #whole} is for any.
 */
final class QuoteSlot implements Value {

    private final Audience<Watch> watchers = new Audience<>();
    private volatile @Nullable Quote whole;
    private @Nullable EncodedMessage brief;
    private @Nullable EncodedMessage complete;
    private @Nullable EncodedMessage snapshot;
    private boolean told;
    private long eventSeq;
    private long completeSeq;
    private long changes;

    @Override
    public Audience<Watch> watchers() {
        return watchers;
    }

    @Override
    public @Nullable Lane before() {
        return null;
    }

    /** All that is known, session fields included; absent before the first quote. */
    @Nullable
    Quote whole() {
        return whole;
    }

    @Override
    public long seq() {
        Quote newest = whole;
        return newest == null ? 0 : newest.seq();
    }

    @Override
    public long eventSeq() {
        return eventSeq;
    }

    /** The newest under the number that it came with; absent before the first. */
    @Nullable
    Quote event() {
        Quote newest = whole;
        return newest == null ? null : newest.numbered(eventSeq);
    }

    /** Becomes another. Nobody may be looking on. */
    void restore(@Nullable Quote event) {
        become(event);
        eventSeq = event == null ? 0 : event.seq();
        completeSeq = eventSeq;
    }

    /** @param seq the number that the quote has from now on */
    void update(Quote quote, long seq) {
        Quote before = whole;
        Quote merged;
        Form form = Form.BRIEF;
        if (before == null) {
            merged = quote.numbered(seq);
            form = Form.SNAPSHOT;
        } else {
            merged = quote.over(before, seq);
            if (quote.hasSessionFields() && sessionDiffers(before, merged)) {
                form = Form.COMPLETE;
            }
        }
        become(merged);
        changes++;
        eventSeq = merged.seq();
        if (form != Form.BRIEF) {
            completeSeq = merged.seq();
        }
        Form news = form;
        watchers.forEachLeaving(watch -> watch.changed(news));
    }

    @Override
    public Form changedSince(long seq) {
        return completeSeq > seq ? Form.COMPLETE : Form.BRIEF;
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
        become(known().numbered(seq));
    }

    private void become(@Nullable Quote newest) {
        whole = newest;
        brief = null;
        complete = null;
        snapshot = null;
        told = false;
    }

    /** The quote that tells of a new trading status; absent if there is nothing new in it. */
    @Nullable
    Quote inStatus(TradingStatus status) {
        Quote newest = whole;
        return newest == null || newest.status() == status ? null : newest.withStatus(status);
    }

    /** The newest prices alone, with the session fields, or all of it as a snapshot. */
    @Override
    public EncodedMessage in(Form form) {
        told = true;
        return switch (form) {
            case BRIEF -> {
                if (brief == null) {
                    brief = new EncodedMessage(known().withoutSessionFields());
                }
                yield brief;
            }
            case COMPLETE -> {
                if (complete == null) {
                    complete = new EncodedMessage(known());
                }
                yield complete;
            }
            case SNAPSHOT -> {
                if (snapshot == null) {
                    snapshot = new EncodedMessage(Snapshot.of(known()));
                }
                yield snapshot;
            }
        };
    }

    private Quote known() {
        Quote newest = whole;
        if (newest == null) {
            throw new IllegalStateException("no quote yet");
        }
        return newest;
    }

    private static boolean sessionDiffers(Quote a, Quote b) {
        return differs(a.open(), b.open())
                || differs(a.high(), b.high())
                || differs(a.low(), b.low())
                || differs(a.previousClose(), b.previousClose())
                || a.status() != b.status();
    }

    private static boolean differs(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a != null && b != null) {
            return a.compareTo(b) != 0;
        }
        return (a == null) != (b == null);
    }
}
