package dev.liveticker.desktop.watchlist;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One number of a row; nothing where there is none. Reckoned when somebody asks, and once for each quote. */
final class Figure implements Supplier<@Nullable BigDecimal> {

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
}
