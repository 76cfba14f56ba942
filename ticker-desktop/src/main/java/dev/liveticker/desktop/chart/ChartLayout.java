package dev.liveticker.desktop.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How the canvas is divided: the read-out on top, then prices, volume, and the panes of layers; the axes at the right
 * and at the bottom. In pixels.
 *
 * @param gutter width of the price axis
 * @param readOut height of the read-out
 * @param withVolume whether there is any; without, prices have its place
 * @param panesWanted how many panes there are if there is room for them
 * @param textScale how large text is against the usual
 */
record ChartLayout(
        double width,
        double height,
        double gutter,
        double readOut,
        boolean withVolume,
        int panesWanted,
        double textScale) {

    private static final double TIME_AXIS = 24;
    private static final double VOLUME_SHARE = 0.18;
    private static final double PANE_SHARE = 0.18;
    private static final double LEAST_PANE = 60;
    private static final double LEAST_PRICES = 110;

    /** Between prices and volume, and from pane to pane. */
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
        return Math.max(readOut + 2, plotBottom() - panesShown() * paneHeight());
    }

    /** Lower edge of the lowest pane, where the time axis begins. */
    double plotBottom() {
        return Math.max(readOut + 2, height - TIME_AXIS * textScale);
    }

    /** The panes there is room for, from above. */
    List<PaneArea> panes() {
        List<PaneArea> panes = new ArrayList<>();
        for (int i = 0; i < panesShown(); i++) {
            double top = volumeBottom() + i * paneHeight();
            panes.add(new PaneArea(top, top + paneHeight() - GAP));
        }
        return panes;
    }

    boolean inPlot(double x, double y) {
        return x >= 0 && x < plotWidth() && y >= 0 && y < plotBottom();
    }

    private int panesShown() {
        double room = plotBottom() - readOut - LEAST_PRICES * textScale;
        return Math.clamp((long) Math.floor(room / paneHeight()), 0, panesWanted);
    }

    private double paneHeight() {
        return Math.max(LEAST_PANE * textScale, height * PANE_SHARE);
    }
}
