package dev.liveticker.desktop.watchlist;

import org.jspecify.annotations.Nullable;

/** When a row was quoted, microseconds since the Unix epoch; nothing before it was. An object only to whoever asks. */
final class QuotedAt extends RowProperty<Long> {

    private boolean known;
    private long micros;

    @Override
    public @Nullable Long get() {
        return known ? micros : null;
    }

    void set(long now) {
        if (!known || now != micros) {
            known = true;
            micros = now;
            fireValueChangedEvent();
        }
    }

    void clear() {
        if (known) {
            known = false;
            fireValueChangedEvent();
        }
    }
}
