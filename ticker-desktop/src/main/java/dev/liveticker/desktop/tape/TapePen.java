package dev.liveticker.desktop.tape;

import dev.liveticker.desktop.text.TextLengths;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Writes lines of the tape at one size, and knows how long they are. */
final class TapePen {

    /** The colours of the tape, as the style sheet has them. */
    record Inks(Color symbol, Color price, Color up, Color down, Color stale) {}

    private static final double SIZE = 12.5;

    private final Font regular;
    private final Font strong;
    private final double scale;
    private final Text measured = new Text();
    private final TextLengths regularLengths = new TextLengths(text -> measure(text, false));
    private final TextLengths strongLengths = new TextLengths(text -> measure(text, true));

    /** @param scale how large text is against the usual */
    TapePen(String family, double scale) {
        this.scale = scale;
        regular = Font.font(family, SIZE * scale);
        strong = Font.font(family + " SemiBold", FontWeight.NORMAL, SIZE * scale);
    }

    /** The length of a line with the space behind it. */
    double width(QuoteLine line) {
        double share = line.percent().isEmpty() ? 0 : gap() + arrow() + near() + length(line.percent(), false);
        return Math.ceil(length(line.symbol().text(), true) + gap() + length(line.last(), false) + share + behind());
    }

    void write(GraphicsContext g, Inks inks, TapeStrip.Placed placed, double middle, boolean live) {
        QuoteLine line = placed.line();
        g.setTextBaseline(VPos.CENTER);
        double x = placed.x();
        g.setFont(strong);
        g.setFill(live ? inks.symbol() : inks.stale());
        g.fillText(line.symbol().text(), x, middle);
        x += length(line.symbol().text(), true) + gap();
        g.setFont(regular);
        g.setFill(live ? inks.price() : inks.stale());
        g.fillText(line.last(), x, middle);
        if (line.percent().isEmpty()) {
            return;
        }
        x += length(line.last(), false) + gap();
        Color colour = switch (line.direction()) {
            case UP -> inks.up();
            case DOWN -> inks.down();
            case NONE -> inks.price();
        };
        g.setFill(live ? colour : inks.stale());
        arrow(g, line.direction(), x, middle);
        g.fillText(line.percent(), x + arrow() + near(), middle);
    }

    /** Drawn, so that it is there in every font. */
    private void arrow(GraphicsContext g, QuoteLine.Direction direction, double x, double middle) {
        double half = arrow() / 2;
        double[] across = {x, x + half, x + arrow()};
        switch (direction) {
            case UP -> g.fillPolygon(across, new double[] {middle + half, middle - half, middle + half}, 3);
            case DOWN -> g.fillPolygon(across, new double[] {middle - half, middle + half, middle - half}, 3);
            case NONE -> {}
        }
    }

    private double length(String text, boolean bold) {
        return (bold ? strongLengths : regularLengths).of(text);
    }

    private double measure(String text, boolean bold) {
        measured.setFont(bold ? strong : regular);
        measured.setText(text);
        return measured.getLayoutBounds().getWidth();
    }

    private double arrow() {
        return 7 * scale;
    }

    private double near() {
        return 3 * scale;
    }

    private double gap() {
        return 7 * scale;
    }

    private double behind() {
        return 26 * scale;
    }
}
