package dev.liveticker.desktop.chart;

/**
 * How the canvas is divided: prices above, volume below, the axes at the right and at the bottom. In pixels.
 *
 * @param gutter width of the price axis
 */
record ChartLayout(double width, double height, double gutter) {

    private static final double READ_OUT = 24;
    private static final double TIME_AXIS = 24;
    private static final double VOLUME_SHARE = 0.18;
    private static final double GAP = 8;

    /** Right edge of the panes. */
    double plotWidth() {
        return Math.max(0, width - gutter);
    }

    double priceTop() {
        return READ_OUT;
    }

    double priceBottom() {
        return Math.max(priceTop() + 1, volumeTop() - GAP);
    }

    double volumeTop() {
        return volumeBottom() - (volumeBottom() - READ_OUT) * VOLUME_SHARE;
    }

    double volumeBottom() {
        return Math.max(READ_OUT + 2, height - TIME_AXIS);
    }

    boolean inPlot(double x, double y) {
        return x >= 0 && x < plotWidth() && y >= 0 && y < volumeBottom();
    }
}
