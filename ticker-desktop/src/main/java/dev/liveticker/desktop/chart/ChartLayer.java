package dev.liveticker.desktop.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Something painted together with the bars, such as an indicator. Belongs to the FX thread. */
interface ChartLayer {

    /**
     * What a price axis must have room for.
     *
     * @param low not above {@code high}
     */
    record Range(double low, double high) {}

    /** What it says of one bar, for the crosshair's read-out: a name, a value already written, and its colour. */
    record Reading(String name, String value, Color colour) {}

    /** Another number whenever there is something else to paint. */
    long revision();

    /** How many panes of its own it wants below the volume; 0 or more. */
    int panes();

    /** What the price axis must hold for the bars in view; empty if it does not mind. At most one. */
    List<Range> range(BarSeries bars, int first, int last);

    /** Paints on the prices; already clipped to the plot. */
    void paint(GraphicsContext g, Palette palette, Lettering letters, ChartGeometry geometry, BarSeries bars);

    /** Paints one of its panes with its axis; clipped to the pane and the gutter beside it. */
    void paintPane(
            int pane,
            GraphicsContext g,
            Palette palette,
            Lettering letters,
            ChartGeometry geometry,
            PaneArea area,
            BarSeries bars);

    /** Whether there is anything to say of any bar. */
    boolean hasReadings(BarSeries bars);

    /** What there is to say of a bar. */
    List<Reading> readings(BarSeries bars, int index, Palette palette);
}
