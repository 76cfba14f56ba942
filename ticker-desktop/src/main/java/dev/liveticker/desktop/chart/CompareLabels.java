package dev.liveticker.desktop.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Names of lines at the right edge of the plot, each beside its line's end and none above another. */
final class CompareLabels {

    private static final double HEIGHT_OF_FONT = 1.55;
    private static final double INSET = 5;
    private static final double MARGIN = 4;
    private static final double ROUNDING = 4;

    private final GraphicsContext g;
    private final Palette palette;
    private final Lettering letters;
    private final ChartGeometry geometry;
    private final List<Label> labels = new ArrayList<>();

    private record Label(double y, String text, Color colour) {}

    CompareLabels(GraphicsContext g, Palette palette, Lettering letters, ChartGeometry geometry) {
        this.g = g;
        this.palette = palette;
        this.letters = letters;
        this.geometry = geometry;
    }

    void add(double y, String text, Color colour) {
        labels.add(new Label(y, text, colour));
    }

    void paint() {
        double height = letters.font().getSize() * HEIGHT_OF_FONT;
        List<Label> ordered =
                labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
        double[] tops = tops(
                ordered.stream().mapToDouble(Label::y).toArray(),
                height,
                geometry.layout().priceTop(),
                geometry.layout().priceBottom());
        g.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < tops.length; i++) {
            Label label = ordered.get(i);
            double width = letters.widths().of(label.text()) + 2 * INSET;
            double left = geometry.layout().plotWidth() - width - MARGIN;
            g.setFill(label.colour());
            g.fillRoundRect(left, tops[i], width, height - 1, ROUNDING, ROUNDING);
            g.setFill(palette.background());
            MiddledText.write(g, geometry.pixels(), label.text(), left + INSET, tops[i] + (height - 1) / 2);
        }
    }

    /**
     * The upper edges of labels about these places, from above: pushed down where two would overlap, and up again where
     * the last would leave the pane.
     */
    static double[] tops(double[] ys, double height, double paneTop, double paneBottom) {
        double[] tops = new double[ys.length];
        double free = paneTop;
        for (int i = 0; i < ys.length; i++) {
            tops[i] = Math.max(free, ys[i] - height / 2);
            free = tops[i] + height;
        }
        double end = paneBottom;
        for (int i = ys.length - 1; i >= 0; i--) {
            tops[i] = Math.min(tops[i], end - height);
            end = tops[i];
        }
        return tops;
    }
}
