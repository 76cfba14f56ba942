package dev.liveticker.desktop.chart;

import java.util.OptionalDouble;

/**
 * What the price axis shall be like.
 *
 * @param tick the smallest step of a price; positive
 * @param percentBase what counts as 0 per cent, above 0; empty for prices. Per cent are linear
 * @param stretch how many times as far apart as they fit prices stand; above 0, 1 fits
 */
record ScaleChoice(double tick, boolean logarithmic, OptionalDouble percentBase, double stretch) {

    /** A low chart has lines closer to each other, so that there are some. */
    private static final double LINE_SHARE = 1.0 / 6;

    private static final double LEAST_DISTANCE = 24;

    static ScaleChoice linear(double tick) {
        return new ScaleChoice(tick, false, OptionalDouble.empty(), 1);
    }

    /** A scale of this kind over these prices. */
    PriceScale over(double low, double high, ChartLayout layout) {
        double height = layout.priceBottom() - layout.priceTop();
        double distance = Math.clamp(
                height * LINE_SHARE,
                LEAST_DISTANCE * layout.textScale(),
                PriceScale.LINE_DISTANCE * layout.textScale());
        if (logarithmic && percentBase.isEmpty()) {
            return PriceScale.logarithmic(low, high, tick, layout.priceTop(), layout.priceBottom(), distance)
                    .stretched(stretch, tick);
        }
        PriceScale scale = PriceScale.linear(low, high, tick, layout.priceTop(), layout.priceBottom(), distance)
                .stretched(stretch, tick);
        return percentBase.isPresent() ? scale.inPercentOf(percentBase.getAsDouble()) : scale;
    }
}
