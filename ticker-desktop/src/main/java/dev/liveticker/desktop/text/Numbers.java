package dev.liveticker.desktop.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Optional;

/** Reads numbers as people type them. */
public final class Numbers {

    private Numbers() {}

    /** Reads what the formats of this package show, exactly; empty where that is no number. */
    public static Optional<BigDecimal> parse(String text, Locale locale) {
        DecimalFormat format = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(locale));
        format.setParseBigDecimal(true);
        String typed = text.strip().replace('\u2212', '-');
        String unsigned = typed.startsWith("+") ? typed.substring(1) : typed;
        ParsePosition position = new ParsePosition(0);
        Number parsed = format.parse(unsigned, position);
        boolean whole = !unsigned.isEmpty() && position.getIndex() == unsigned.length();
        return whole && parsed instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }
}
