package dev.liveticker.desktop.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;

/**
 * Writes text with the middle of its digits at a height, on a baseline of whole screen pixels. What the canvas itself
 * centres stands between two pixels, so that of texts at the same height some come out a pixel lower than others.
 */
final class MiddledText {

    /** Half the height of a digit, as a share of the font's size; Inter's capitals are 0.727 high. */
    private static final double HALF_A_DIGIT = 0.3636;

    private MiddledText() {}

    /** @param middle of the digits, in pixels of the scene */
    static void write(GraphicsContext g, PixelGrid pixels, String text, double x, double middle) {
        g.setTextBaseline(VPos.BASELINE);
        g.fillText(text, x, baseline(pixels, g.getFont().getSize(), middle));
    }

    /** Where the baseline is. */
    static double baseline(PixelGrid pixels, double fontSize, double middle) {
        return pixels.edge(middle + fontSize * HALF_A_DIGIT);
    }
}
