package dev.liveticker.desktop.chart;

/**
 * How the canvas is divided: the read-out on top, then prices, then volume; the axes at the right and at the bottom. In
 * pixels.
 *
 * @param gutter width of the price axis
 * @param readOut height of the read-out
 * @param withVolume whether there is any; without, prices have its place
 */
record ChartLayout(double width, double height, double gutter, double readOut, boolean withVolume) {

    private static final double TIME_AXIS = 24;
    private static final double VOLUME_SHARE = 0.18;
    private static final double GAP = 8;

    /** Right edge of the panes. */
    double plotWidth() {
        return Math.max(0, width - gutter);
    }

    double priceTop() {
        return readOut;
    }

    double priceBottom() {
        return Math.max(priceTop() + 1, volumeTop() - GAP);
    }

    double volumeTop() {
        return volumeBottom() - (withVolume ? (volumeBottom() - readOut) * VOLUME_SHARE : 0);
    }

    double volumeBottom() {
        return Math.max(readOut + 2, height - TIME_AXIS);
    }

    boolean inPlot(double x, double y) {
        return x >= 0 && x < plotWidth() && y >= 0 && y < volumeBottom();
    }
}
