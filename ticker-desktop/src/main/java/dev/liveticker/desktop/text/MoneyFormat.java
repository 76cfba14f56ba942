package dev.liveticker.desktop.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * Writes amounts of a currency, with the decimals that ISO 4217 gives it (two for most, none for the yen) and without
 * its name. An amount is rounded half away from zero when it is shown, and nowhere else. For one thread.
 */
public final class MoneyFormat {

    private static final int USUAL_DECIMALS = 2;

    private final int decimals;
    private final DecimalFormat format;

    private MoneyFormat(int decimals, Locale locale) {
        this.decimals = decimals;
        this.format = NumberStyle.of(locale).format();
    }

    /** @param currency an ISO 4217 code; any other text counts as a currency of two decimals */
    public static MoneyFormat of(String currency) {
        return of(currency, NumberStyle.inUse());
    }

    public static MoneyFormat of(String currency, Locale locale) {
        return new MoneyFormat(decimalsOf(currency), locale);
    }

    /** Such as {@code 1,892.50}. */
    public String amount(BigDecimal amount) {
        return NumberStyle.write(format, amount, decimals, RoundingMode.HALF_UP);
    }

    /** With its sign, such as {@code +12.00} or {@code −0.44}; what is shown as zero has none. */
    public String signed(BigDecimal amount) {
        return sign(amount) > 0 ? '+' + amount(amount) : amount(amount);
    }

    /** The sign of an amount as it is shown: 0 for what is shown as zero. */
    public int sign(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP).signum();
    }

    private static int decimalsOf(String currency) {
        try {
            int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
            return decimals < 0 ? USUAL_DECIMALS : decimals;
        } catch (IllegalArgumentException e) {
            return USUAL_DECIMALS;
        }
    }
}
