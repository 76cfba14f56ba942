package dev.liveticker.desktop.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes sizes, volumes and counts. */
public final class Quantity {

    private static final String[] UNITS = {"", "K", "M", "B", "T"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Quantity() {}

    /** Short, for a column: {@code 853}, {@code 12.35}, {@code 1.24M}. */
    public static String brief(BigDecimal quantity) {
        return brief(quantity, Locale.getDefault(Locale.Category.FORMAT));
    }

    static String brief(BigDecimal quantity, Locale locale) {
        BigDecimal scaled = quantity;
        int unit = 0;
        // Compared as it will be shown, so that 999,999 becomes 1.00M and not 1000.00K.
        while (unit < UNITS.length - 1
                && scaled.abs().setScale(2, RoundingMode.HALF_UP).compareTo(THOUSAND) >= 0) {
            scaled = scaled.movePointLeft(3);
            unit++;
        }
        boolean whole = unit == 0 && scaled.stripTrailingZeros().scale() <= 0;
        DecimalFormat format =
                new DecimalFormat(whole ? "#,##0" : "#,##0.00", DecimalFormatSymbols.getInstance(locale));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(scaled) + UNITS[unit];
    }

    /** In full, such as {@code 1,240}. */
    public static String count(long count) {
        return String.format(Locale.getDefault(Locale.Category.FORMAT), "%,d", count);
    }
}
