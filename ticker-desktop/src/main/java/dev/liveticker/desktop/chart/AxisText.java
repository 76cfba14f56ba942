package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.PriceFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * How the price axis writes: prices, or per cent of one.
 *
 * @param percentBase what counts as 0 per cent; empty for prices
 */
record AxisText(PriceFormat format, OptionalDouble percentBase) {

    private static final char MINUS = '\u2212';

    String of(double price) {
        if (percentBase.isEmpty()) {
            return format.price(price);
        }
        double percent = (price / percentBase.getAsDouble() - 1) * 100;
        if (!Double.isFinite(percent)) {
            return "";
        }
        BigDecimal written = BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_UP);
        String sign = written.signum() == 0 ? "" : written.signum() > 0 ? "+" : String.valueOf(MINUS);
        return sign + PriceFormat.percent(written);
    }
}
