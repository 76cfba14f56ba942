package dev.liveticker.desktop.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How a locale writes numbers: the one source of digits, separators and signs for all that is written and read here.
 * Groups are of three everywhere, and the minus is as wide as the plus, so that signed numbers stand below each other.
 */
final class NumberStyle {

    static final char MINUS = '\u2212';

    private final DecimalFormatSymbols symbols;

    private NumberStyle(DecimalFormatSymbols symbols) {
        this.symbols = symbols;
    }

    static NumberStyle of(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign(MINUS);
        return new NumberStyle(symbols);
    }

    /** The locale in which the desktop writes numbers at the moment. */
    static Locale inUse() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }

    /** The first of the ten digits, which follow each other. */
    char zero() {
        return symbols.getZeroDigit();
    }

    char decimalSeparator() {
        return symbols.getDecimalSeparator();
    }

    char groupingSeparator() {
        return symbols.getGroupingSeparator();
    }

    char percent() {
        return symbols.getPercent();
    }

    /** One to keep where many numbers are written. For one thread. */
    DecimalFormat format() {
        return new DecimalFormat("#,##0", symbols);
    }

    /** With exactly so many decimals; what is rounded to nothing has no sign. */
    String write(BigDecimal number, int decimals, RoundingMode rounding) {
        return write(format(), number, decimals, rounding);
    }

    static String write(DecimalFormat format, BigDecimal number, int decimals, RoundingMode rounding) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number.setScale(decimals, rounding));
    }
}
