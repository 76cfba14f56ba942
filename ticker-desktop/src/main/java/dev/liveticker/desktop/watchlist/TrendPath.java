package dev.liveticker.desktop.watchlist;

import java.util.ArrayList;
import java.util.List;

/** Where the line of a trend runs. */
final class TrendPath {

    private TrendPath() {}

    /**
     * The line's points, x and y in turn, from the upper left corner: lowest price at the lower edge, highest at the
     * upper one, the newest at the right; a flat line in the middle, and none of a single price.
     *
     * @param width in pixels
     * @param height in pixels
     */
    static List<Double> points(Trend trend, double width, double height) {
        List<Double> points = new ArrayList<>();
        int size = trend.size();
        if (size < 2 || width <= 0 || height <= 0) {
            return points;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            low = Math.min(low, trend.close(i));
            high = Math.max(high, trend.close(i));
        }
        // As wide as the hours it stands for: a short line is one of little time, and what is missing has its width.
        double step = width / (Trend.MOST - 1);
        for (int i = 0; i < size; i++) {
            points.add(width - step * trend.stepsBack(i));
            points.add(high == low ? height / 2 : height * (high - trend.close(i)) / (high - low));
        }
        return points;
    }
}
