package dev.liveticker.desktop.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads numbers as people type them and as {@link PriceFormat}, {@link MoneyFormat} and {@link Quantity} show them.
 * Safe in any thread.
 *
 * <p>Read are the locale's digits, separators and percent sign; ASCII and full-width digits; any kind of minus; blanks
 * and apostrophes between groups in every locale, since nobody's decimals begin with them; and a full stop before the
 * decimals where the locale uses neither it nor the comma. Groups must be whole: {@code 1,5} is no number in English,
 * where it could only be a mistake, and neither is {@code 0,125}.
 */
public final class Numbers {

    /** Longer than anything that is shown, short enough to cost nothing. */
    static final int LONGEST = 60;

    static final int MOST_DECIMALS = 20;

    private static final char GROUP_BLANK = ' ';
    private static final char GROUP_APOSTROPHE = '\'';
    private static final int GROUP = 3;

    private Numbers() {}

    /** As {@link #parse(String, Locale)}, in the locale in use. */
    public static Optional<BigDecimal> parse(String text) {
        return parse(text, NumberStyle.inUse());
    }

    /**
     * Reads a number of at most {@value #MOST_DECIMALS} decimals as it was written, or nothing if it is none or could
     * be another. A unit (K, M, B, T in either case) multiplies; a percent sign is read over, so that {@code 0.42%} is
     * 0.42.
     */
    public static Optional<BigDecimal> parse(String text, Locale locale) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        NumberStyle style = NumberStyle.of(locale);
        String rest = fold(text, style).strip();
        boolean negative = rest.startsWith("-");
        if (negative || rest.startsWith("+")) {
            rest = rest.substring(1).strip();
        }
        int power = 0;
        if (rest.endsWith("%")) {
            rest = shortened(rest);
        } else if (!rest.isEmpty()) {
            int unit = Quantity.UNITS.indexOf(Character.toUpperCase(rest.charAt(rest.length() - 1)));
            if (unit >= 0) {
                power = GROUP * (unit + 1);
                rest = shortened(rest);
            }
        }
        Optional<BigDecimal> number = unsigned(rest, style);
        if (number.isEmpty()) {
            return number;
        }
        BigDecimal scaled = number.get().scaleByPowerOfTen(power);
        BigDecimal plain = scaled.scale() < 0 ? scaled.setScale(0, RoundingMode.UNNECESSARY) : scaled;
        return Optional.of(negative ? plain.negate() : plain);
    }

    /** A number for a field to be typed over: all its decimals and no groups. */
    public static String editable(BigDecimal number) {
        return editable(number, NumberStyle.inUse());
    }

    /** The shortest number that is this double, likewise. */
    public static String editable(double number) {
        return editable(BigDecimal.valueOf(number).stripTrailingZeros());
    }

    static String editable(BigDecimal number, Locale locale) {
        NumberStyle style = NumberStyle.of(locale);
        StringBuilder text = new StringBuilder(number.abs().toPlainString());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            text.setCharAt(i, c == '.' ? style.decimalSeparator() : (char) (style.zero() + (c - '0')));
        }
        return number.signum() < 0 ? NumberStyle.MINUS + text.toString() : text.toString();
    }

    private static Optional<BigDecimal> unsigned(String text, NumberStyle style) {
        char decimal = foldSeparator(style.decimalSeparator());
        int point = text.indexOf(decimal);
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        boolean fractionRight =
                point < 0 || (!fraction.isEmpty() && fraction.length() <= MOST_DECIMALS && isDigits(fraction));
        if (!fractionRight || (whole.isEmpty() && point < 0)) {
            return Optional.empty();
        }
        if (!isDigits(whole)) {
            Optional<String> joined = joined(whole, foldSeparator(style.groupingSeparator()));
            if (joined.isEmpty()) {
                return Optional.empty();
            }
            whole = joined.get();
        }
        return Optional.of(new BigDecimal((whole.isEmpty() ? "0" : whole) + (point < 0 ? "" : '.' + fraction)));
    }

    /** The digits without what parts their groups; nothing if no writer would have parted them so. */
    private static Optional<String> joined(String whole, char grouping) {
        int first = 0;
        while (first < whole.length() && isDigit(whole.charAt(first))) {
            first++;
        }
        char separator = whole.charAt(first);
        boolean known = separator == grouping || separator == GROUP_BLANK || separator == GROUP_APOSTROPHE;
        if (!known || first == 0 || first > GROUP || whole.charAt(0) == '0') {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder(whole.substring(0, first));
        for (int at = first; at < whole.length(); at += GROUP + 1) {
            int end = at + 1 + GROUP;
            if (end > whole.length() || whole.charAt(at) != separator || !isDigits(whole.substring(at + 1, end))) {
                return Optional.empty();
            }
            digits.append(whole, at + 1, end);
        }
        return Optional.of(digits.toString());
    }

    /** One spelling for what is the same to a reader. */
    private static String fold(String text, NumberStyle style) {
        char zero = style.zero();
        char decimal = foldSeparator(style.decimalSeparator());
        char grouping = foldSeparator(style.groupingSeparator());
        boolean stopIsFree = decimal != '.' && decimal != ',' && grouping != '.' && grouping != ',';
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= zero && c <= zero + 9) {
                folded.append((char) ('0' + (c - zero)));
            } else if (c == style.percent()) {
                folded.append('%');
            } else if (!isMark(c)) {
                char separator = foldSeparator(c);
                folded.append(separator == '.' && stopIsFree ? decimal : separator);
            }
        }
        return folded.toString();
    }

    private static char foldSeparator(char c) {
        // Full-width forms stand in the same order as ASCII.
        char narrow = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - '\uFF01' + '!') : c;
        return switch (narrow) {
            case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
            case '\u2018', '\u2019' -> GROUP_APOSTROPHE;
            default -> Character.isSpaceChar(narrow) || narrow == '\t' ? GROUP_BLANK : narrow;
        };
    }

    /** Marks that only say which way to read. */
    private static boolean isMark(char c) {
        return c == '\u200E' || c == '\u200F' || c == '\u061C';
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String shortened(String text) {
        return text.substring(0, text.length() - 1).strip();
    }
}
