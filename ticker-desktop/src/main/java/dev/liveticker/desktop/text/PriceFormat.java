package dev.liveticker.desktop.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.util.Locale;

/**
 * Writes prices of one instrument: always with the decimals of its tick size, so that they stand below each other, and
 * with more where a price has them, so that none is ever rounded to something it is not. For one thread.
 */
public final class PriceFormat {

    /** More are not written. */
    public static final int MOST_DECIMALS = 12;

    private final int decimals;
    private final DecimalFormat format;

    private PriceFormat(int decimals, Locale locale) {
        this.decimals = decimals;
        this.format = NumberStyle.of(locale).format();
        format.setRoundingMode(RoundingMode.HALF_EVEN);
    }

    /** @param decimals 0 or more */
    public static PriceFormat of(int decimals) {
        return of(decimals, NumberStyle.inUse());
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
        return NumberStyle.write(format, price, Math.max(decimals, needed), RoundingMode.HALF_EVEN);
    }

    /** A reading of a scale, where a double is exact enough; rounded to the instrument's decimals. */
    public String price(double price) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(price);
        return isZero(text) && text.charAt(0) == NumberStyle.MINUS ? text.substring(1) : text;
    }

    /** What was reckoned from prices, such as an average: rounded to the instrument's decimals, half away from zero. */
    public String rounded(BigDecimal figure) {
        return NumberStyle.write(format, figure, decimals, RoundingMode.HALF_UP);
    }

    /** With its sign, such as {@code +0.79} or {@code −0.44}; zero has none. */
    public String signed(BigDecimal difference) {
        return difference.signum() > 0 ? '+' + price(difference) : price(difference);
    }

    /** A share in per cent with two decimals and without its sign, such as {@code 0.42%}. */
    public static String percent(BigDecimal percent) {
        return percent(percent, NumberStyle.inUse());
    }

    static String percent(BigDecimal percent, Locale locale) {
        return NumberStyle.of(locale).write(percent.abs(), 2, RoundingMode.HALF_UP) + '%';
    }

    /** A share in per cent with two decimals and its sign, such as {@code −0.42%}; what is shown as zero has none. */
    public static String signedPercent(BigDecimal percent) {
        return signedPercent(percent, NumberStyle.inUse());
    }

    static String signedPercent(BigDecimal percent, Locale locale) {
        int sign = percentSign(percent);
        return (sign > 0 ? "+" : sign < 0 ? String.valueOf(NumberStyle.MINUS) : "") + percent(percent, locale);
    }

    /** The sign of a share in per cent as it is written: 1, −1, or 0 for what is shown as zero. */
    public static int percentSign(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_UP).signum();
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(c -> Character.digit(c, 10) > 0);
    }
}
