package dev.liveticker.desktop.watchlist;

import java.math.BigDecimal;
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import org.jspecify.annotations.Nullable;

/** One number of a row; nothing where there is none. Slight, since a table of 5,000 rows has 65,000 of them. */
final class Figure extends ReadOnlyObjectPropertyBase<BigDecimal> {

    private @Nullable BigDecimal value;

    @Override
    public @Nullable BigDecimal get() {
        return value;
    }

    /** Leaves an equal value alone, so that its cell is not painted again. */
    void set(@Nullable BigDecimal next) {
        BigDecimal before = value;
        if (next == null ? before == null : before != null && next.compareTo(before) == 0) {
            return;
        }
        value = next;
        fireValueChangedEvent();
    }

    @Override
    public @Nullable Object getBean() {
        return null;
    }

    @Override
    public String getName() {
        return "";
    }
}
