package dev.liveticker.server.alert;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the next price of a symbol is compared with.
 *
 * @param last the price before
 * @param previousClose what changes in percent are counted from
 * @param changeFrom the price that the next change is compared with: the one before, or on a new day its previous close
 */
record Reference(
        @Nullable BigDecimal last,
        @Nullable BigDecimal previousClose,
        @Nullable BigDecimal changeFrom) {

    static final Reference NOTHING = new Reference(null, null, null);
}
