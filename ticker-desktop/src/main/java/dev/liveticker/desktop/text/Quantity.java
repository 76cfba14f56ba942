package dev.liveticker.desktop.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes sizes, volumes and counts. */
public final class Quantity {

    /** What stands behind a number for every thousandfold; {@link Numbers} reads them again. */
    static final String UNITS = "KMBT";

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int MOST_DECIMALS = 18;

    private Quantity() {}

    /** Short, for a column: {@code 853}, {@code 12.35}, {@code 1.24M}. */
    public static String brief(BigDecimal quantity) {
        return brief(quantity, NumberStyle.inUse());
    }

    static String brief(BigDecimal quantity, Locale locale) {
        BigDecimal scaled = quantity;
        int unit = 0;
        // Compared as it will be shown, so that 999,999 becomes 1.00M and not 1000.00K.
        while (unit < UNITS.length()
                && scaled.abs().setScale(2, RoundingMode.HALF_UP).compareTo(THOUSAND) >= 0) {
            scaled = scaled.movePointLeft(3);
            unit++;
        }
        boolean whole = unit == 0 && scaled.stripTrailingZeros().scale() <= 0;
        return NumberStyle.of(locale).write(scaled, whole ? 0 : 2, RoundingMode.HALF_UP)
                + UNITS.substring(Math.max(0, unit - 1), unit);
    }

    /** To the last decimal, such as {@code 1,240} or {@code 0.00012345}: what a person owns is not rounded. */
    public static String exact(BigDecimal quantity) {
        return exact(quantity, NumberStyle.inUse());
    }

    static String exact(BigDecimal quantity, Locale locale) {
        int needed = Math.min(
                MOST_DECIMALS, Math.max(0, quantity.stripTrailingZeros().scale()));
        return NumberStyle.of(locale).write(quantity, needed, RoundingMode.HALF_UP);
    }

    /** In full, such as {@code 1,240}. */
    public static String count(long count) {
        return exact(BigDecimal.valueOf(count));
    }
}
