package dev.liveticker.desktop.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Writes prices of one instrument: always with the decimals of its tick size, so that they stand below each other, and
 * with more where a price has them, so that none is ever rounded to something it is not. For one thread.
 */
public final class PriceFormat {

    /** Minus as wide as plus, so that signed numbers stand below each other. */
    private static final char MINUS = '\u2212';

    /** More are not written. */
    public static final int MOST_DECIMALS = 12;

    private final int decimals;
    private final DecimalFormat format;

    private PriceFormat(int decimals, Locale locale) {
        this.decimals = decimals;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign(MINUS);
        this.format = new DecimalFormat("#,##0", symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
    }

    /** @param decimals 0 or more */
    public static PriceFormat of(int decimals) {
        return of(decimals, Locale.getDefault(Locale.Category.FORMAT));
    }

    public static PriceFormat of(int decimals, Locale locale) {
        return new PriceFormat(Math.min(decimals, MOST_DECIMALS), locale);
    }

    public int decimals() {
        return decimals;
    }

    /** Such as {@code 1,234.50}. */
    public String price(BigDecimal price) {
        int needed =
                Math.min(MOST_DECIMALS, Math.max(0, price.stripTrailingZeros().scale()));
        int shown = Math.max(decimals, needed);
        format.setMinimumFractionDigits(shown);
        format.setMaximumFractionDigits(shown);
        return format.format(price);
    }

    /** A reading of a scale, where a double is exact enough; rounded to the instrument's decimals. */
    public String price(double price) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(price);
        return isZero(text) && text.charAt(0) == MINUS ? text.substring(1) : text;
    }

    /** With its sign, such as {@code +0.79} or {@code −0.44}; zero has none. */
    public String signed(BigDecimal difference) {
        return difference.signum() > 0 ? '+' + price(difference) : price(difference);
    }

    /** A share in per cent with two decimals and without its sign, such as {@code 0.42%}. */
    public static String percent(BigDecimal percent) {
        return percent(percent, Locale.getDefault(Locale.Category.FORMAT));
    }

    static String percent(BigDecimal percent, Locale locale) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(percent.abs()) + '%';
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }
}
