package dev.liveticker.desktop.chart;

/**
 * The screen's own pixels, so that thin lines are sharp on any screen.
 *
 * @param scale screen pixels per pixel of the scene, such as 1, 1.5 or 2
 */
record PixelGrid(double scale) {

    /** The nearest edge between two screen pixels: where a filled shape begins or ends. */
    double edge(double value) {
        return Math.round(value * scale) / scale;
    }

    /** The thickness of a thin line: at least one screen pixel, and about one of the scene. */
    double hairline() {
        return Math.max(1, Math.floor(scale)) / scale;
    }

    /** A length of whole screen pixels, at least one. */
    double length(double value) {
        return Math.max(1, Math.round(value * scale)) / scale;
    }
}
