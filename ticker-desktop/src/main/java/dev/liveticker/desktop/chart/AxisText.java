package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.PriceFormat;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * How the price axis writes: prices, or per cent of one.
 *
 * @param percentBase what counts as 0 per cent; empty for prices
 */
record AxisText(PriceFormat format, OptionalDouble percentBase) {

    String of(double price) {
        if (percentBase.isEmpty()) {
            return format.price(price);
        }
        double percent = (price / percentBase.getAsDouble() - 1) * 100;
        if (!Double.isFinite(percent)) {
            return "";
        }
        return PriceFormat.signedPercent(BigDecimal.valueOf(percent));
    }
}
