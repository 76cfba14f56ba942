package dev.liveticker.desktop.chart;

/**
 * Which bars are in view and where. Bars stand side by side whatever time lies between them, so that a night takes no
 * room. The bar of index {@code i} reaches from {@code i - 0.5} to {@code i + 0.5}; x is in pixels from the left edge.
 *
 * @param barWidth pixels a bar; {@value #LEAST_BAR_WIDTH} to {@value #MOST_BAR_WIDTH}
 * @param offset bars between the newest one and where it stands when the view follows it; 0 follows
 */
record Viewport(double barWidth, double offset) {

    static final double LEAST_BAR_WIDTH = 0.002;
    static final double MOST_BAR_WIDTH = 40;

    /** Empty bars between the newest one and the right edge. */
    static final double RIGHT_MARGIN = 2;

    /** However far one pans, so many bars stay in view. */
    private static final int LEAST_IN_VIEW = 10;

    /** However far one zooms out, bars fill such a share of the width. */
    private static final double LEAST_FILLED = 0.8;

    private static final double USUAL_BAR_WIDTH = 6;

    static final Viewport INITIAL = new Viewport(USUAL_BAR_WIDTH, 0);

    /** As it was, but of other bars: it follows them, and those of a pixel are not crowded as others had to be. */
    Viewport ofOtherBars() {
        return new Viewport(Math.max(1, barWidth), 0);
    }

    double rightEdge(int count) {
        return count - 0.5 + RIGHT_MARGIN - offset;
    }

    /** Where the middle of a bar is. */
    double x(double index, int count, double width) {
        return width - (rightEdge(count) - index) * barWidth;
    }

    /** What is at x; its nearest whole number is the bar there, if there is one. */
    double indexAt(double x, int count, double width) {
        return rightEdge(count) - (width - x) / barWidth;
    }

    /** The first bar in view, whole or in part. */
    int first(int count, double width) {
        return Math.clamp(Math.round(indexAt(0, count, width)), 0, Math.max(0, count - 1));
    }

    /** The last bar in view, whole or in part. */
    int last(int count, double width) {
        return Math.clamp(Math.round(indexAt(width, count, width)), -1, count - 1);
    }

    /**
     * Wider bars for a factor above 1, never wider ones below. What is under the pointer stays there, or the newest bar
     * while following.
     */
    Viewport zoom(double factor, double pointerX, int count, double width) {
        double zoomed = Math.clamp(barWidth * factor, Math.min(barWidth, leastBarWidth(count, width)), MOST_BAR_WIDTH);
        if (offset == 0) {
            return new Viewport(zoomed, 0);
        }
        double index = indexAt(pointerX, count, width);
        double right = index + (width - pointerX) / zoomed;
        return new Viewport(zoomed, count - 0.5 + RIGHT_MARGIN - right).within(count);
    }

    /** Older bars for a positive distance in pixels, as if the chart were dragged to the right. */
    Viewport pan(double distance, int count) {
        return new Viewport(barWidth, offset + distance / barWidth).within(count);
    }

    /** Keeps the same bars in view when newer ones were added, unless it follows. */
    Viewport grown(int added) {
        return offset == 0 ? this : new Viewport(barWidth, offset + added);
    }

    /** All bars there are. */
    Viewport all(int count, double width) {
        double fitting = width / (count + RIGHT_MARGIN);
        return new Viewport(Math.clamp(fitting, LEAST_BAR_WIDTH, MOST_BAR_WIDTH), 0);
    }

    /** The newest bars, which it follows from then on. */
    Viewport newest() {
        return new Viewport(barWidth, 0);
    }

    /** The oldest bars there are. */
    Viewport oldest(int count, double width) {
        return new Viewport(barWidth, count + RIGHT_MARGIN - width / barWidth).within(count);
    }

    private static double leastBarWidth(int count, double width) {
        double filling = width * LEAST_FILLED / Math.max(1, count);
        return Math.clamp(filling, LEAST_BAR_WIDTH, USUAL_BAR_WIDTH);
    }

    private Viewport within(int count) {
        return new Viewport(barWidth, Math.clamp(offset, 0, Math.max(0, count - LEAST_IN_VIEW)));
    }
}
