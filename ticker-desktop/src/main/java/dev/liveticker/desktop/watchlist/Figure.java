package dev.liveticker.desktop.watchlist;

import java.math.BigDecimal;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import org.jspecify.annotations.Nullable;

/**
 * One number of a row; nothing where there is none. Slight, since a table of 5,000 rows has 65,000 of them, and
 * reckoned only when somebody asks, since all but a few of those rows are out of sight.
 */
final class Figure extends ReadOnlyObjectPropertyBase<BigDecimal> {

    private final RowFigures row;
    private final Function<RowFigures, @Nullable BigDecimal> reckoned;
    private long revision = -1;
    private @Nullable BigDecimal value;

    Figure(RowFigures row, Function<RowFigures, @Nullable BigDecimal> reckoned) {
        this.row = row;
        this.reckoned = reckoned;
    }

    /** An equal number stays the same object. */
    @Override
    public @Nullable BigDecimal get() {
        if (revision != row.revision()) {
            revision = row.revision();
            BigDecimal next = reckoned.apply(row);
            if (!isSame(next, value)) {
                value = next;
            }
        }
        return value;
    }

    /** Whether two numbers are written alike, which is not a matter of their scale here. */
    static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** It may be another one now, or be written otherwise. */
    void changed() {
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
