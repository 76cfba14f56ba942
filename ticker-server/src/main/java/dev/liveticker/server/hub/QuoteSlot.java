package dev.liveticker.server.hub;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The newest whole quote of a symbol and its forms on the wire. Written by the hub's thread; {@link #whole} is for any.
 */
final class QuoteSlot {

    private final Audience<QuoteView> viewers = new Audience<>();
    private volatile @Nullable Quote whole;
    private long sessionSeq;
    private @Nullable EncodedMessage brief;
    private @Nullable EncodedMessage complete;
    private @Nullable EncodedMessage snapshot;

    Audience<QuoteView> viewers() {
        return viewers;
    }

    /** All that is known, session fields included; absent before the first quote. */
    @Nullable
    Quote whole() {
        return whole;
    }

    /** The number of the newest quote; 0 if there is none. */
    long seq() {
        Quote newest = whole;
        return newest == null ? 0 : newest.seq();
    }

    /** The number of the last quote that changed open, high, low, previous close or status. */
    long sessionSeq() {
        return sessionSeq;
    }

    void update(Quote numbered) {
        Quote before = whole;
        Quote merged = before == null ? numbered : numbered.over(before);
        if (before == null || sessionDiffers(before, merged)) {
            sessionSeq = merged.seq();
        }
        whole = merged;
        brief = null;
        complete = null;
        snapshot = null;
        viewers.forEach(QuoteView::changed);
    }

    /** The quote that tells of a new trading status; absent if there is nothing new in it. */
    @Nullable
    Quote inStatus(TradingStatus status) {
        Quote newest = whole;
        return newest == null || newest.status() == status ? null : newest.withStatus(status);
    }

    /** The newest prices alone. Only once there is a quote. */
    EncodedMessage brief() {
        if (brief == null) {
            brief = new EncodedMessage(known().withoutSessionFields());
        }
        return brief;
    }

    /** The newest quote with its session fields. Only once there is a quote. */
    EncodedMessage complete() {
        if (complete == null) {
            complete = new EncodedMessage(known());
        }
        return complete;
    }

    /** The same as a snapshot. Only once there is a quote. */
    EncodedMessage snapshot() {
        if (snapshot == null) {
            snapshot = new EncodedMessage(Snapshot.of(known()));
        }
        return snapshot;
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
