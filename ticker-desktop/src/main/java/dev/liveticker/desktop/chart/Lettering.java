package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.TextLengths;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The text on the canvas, and the lengths that go with its size.
 *
 * @param scale how large it is against the usual
 */
record Lettering(Font font, TextLengths widths, double scale) {

    /** Of the usual size of text, in pixels. */
    static final double SIZE = 11.5;

    static Lettering of(String family, double scale) {
        Font font = Font.font(family, SIZE * scale);
        Text measured = new Text();
        measured.setFont(font);
        TextLengths widths = new TextLengths(text -> {
            measured.setText(text);
            return measured.getLayoutBounds().getWidth();
        });
        return new Lettering(font, widths, scale);
    }

    /** Height of a label on an axis. */
    double labelHeight() {
        return 18 * scale;
    }

    /** Free room beside a label's text. */
    double labelInset() {
        return AxisPainter.LABEL_INSET * scale;
    }

    /** From one line to the next. */
    double lineHeight() {
        return 16 * scale;
    }

    /** Between marks on the time axis: less in a narrow chart, so that there are some. */
    double tickDistance(double plotWidth) {
        return Math.clamp(plotWidth / 5, 54 * scale, 76 * scale);
    }

    /** The least width of the price axis. */
    double leastGutter() {
        return 62 * scale;
    }
}
