package dev.liveticker.desktop.chart;

import java.util.OptionalDouble;

/**
 * What the price axis shall be like.
 *
 * @param tick the smallest step of a price; positive
 * @param percentBase what counts as 0 per cent, above 0; empty for prices. Per cent are linear
 */
record ScaleChoice(double tick, boolean logarithmic, OptionalDouble percentBase) {

    /** A low chart has lines closer to each other, so that there are some. */
    private static final double LINE_SHARE = 1.0 / 6;

    private static final double LEAST_DISTANCE = 24;

    static ScaleChoice linear(double tick) {
        return new ScaleChoice(tick, false, OptionalDouble.empty());
    }

    /** A scale of this kind over these prices. */
    PriceScale over(double low, double high, ChartLayout layout) {
        double height = layout.priceBottom() - layout.priceTop();
        double distance = Math.clamp(
                height * LINE_SHARE,
                LEAST_DISTANCE * layout.textScale(),
                PriceScale.LINE_DISTANCE * layout.textScale());
        if (logarithmic && percentBase.isEmpty()) {
            return PriceScale.logarithmic(low, high, tick, layout.priceTop(), layout.priceBottom(), distance);
        }
        PriceScale scale = PriceScale.linear(low, high, tick, layout.priceTop(), layout.priceBottom(), distance);
        return percentBase.isPresent() ? scale.inPercentOf(percentBase.getAsDouble()) : scale;
    }
}
