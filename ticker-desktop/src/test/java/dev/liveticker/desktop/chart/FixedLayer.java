package dev.liveticker.desktop.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A layer that wants the same whatever the bars are, and fills what it is given in one colour. */
final class FixedLayer implements ChartLayer {

    static final Color COLOUR = Color.MAGENTA;

    private final int panes;
    private final Range range;
    private long revision;

    FixedLayer(int panes, Range range) {
        this.panes = panes;
        this.range = range;
    }

    void change() {
        revision++;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public int panes() {
        return panes;
    }

    @Override
    public List<Range> range(BarSeries bars, int first, int last) {
        return List.of(range);
    }

    @Override
    public void paint(GraphicsContext g, Palette palette, Lettering letters, ChartGeometry geometry, BarSeries bars) {
        g.setFill(COLOUR);
        g.fillRect(-1_000, geometry.prices().y(range.high()), 10_000, 3);
        // Far outside of its place, where it must not be seen.
        g.fillRect(0, geometry.layout().volumeBottom() - 2, 10_000, 1_000);
    }

    @Override
    public void paintPane(
            int pane,
            GraphicsContext g,
            Palette palette,
            Lettering letters,
            ChartGeometry geometry,
            PaneArea area,
            BarSeries bars) {
        g.setFill(COLOUR);
        g.fillRect(-1_000, -1_000, 10_000, 10_000);
    }

    @Override
    public boolean hasReadings(BarSeries bars) {
        return true;
    }

    @Override
    public List<Reading> readings(BarSeries bars, int index, Palette palette) {
        return List.of(new Reading("Fixed", String.valueOf(index), COLOUR));
    }
}
