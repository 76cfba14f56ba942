package dev.liveticker.desktop.watchlist;

import java.time.Duration;

/** Tells rows how old they are, and whether that is too old. */
final class RowAges {

    /** A quote that old is not taken for what is paid now, even while the feed is live. */
    static final Duration STALE_AFTER = Duration.ofSeconds(60);

    private final AgeTexts texts = new AgeTexts();
    private boolean live;
    private boolean inCaption;
    private long nowNanos;

    void now(long nanos) {
        nowNanos = nanos;
    }

    void live(boolean isLive) {
        live = isLive;
    }

    /** @return whether that is new */
    boolean inCaption(boolean wanted) {
        boolean changed = wanted != inCaption;
        inCaption = wanted;
        return changed;
    }

    /** Without effect on a row that has no quote. */
    void tell(QuoteRow row) {
        row.receivedAtNanos().ifPresent(received -> {
            long age = nowNanos - received;
            row.showAge(texts.of(age, !live), !live || age >= STALE_AFTER.toNanos(), inCaption);
        });
    }
}
