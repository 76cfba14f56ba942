package dev.liveticker.desktop.chart;

import javafx.scene.canvas.GraphicsContext;

/** Paints how much was traded, below the prices. */
final class VolumePainter {

    private static final double OPACITY = 0.5;

    private final GraphicsContext g;
    private final Palette palette;
    private final ChartGeometry geometry;

    VolumePainter(GraphicsContext g, Palette palette, ChartGeometry geometry) {
        this.g = g;
        this.palette = palette;
        this.geometry = geometry;
    }

    void paint(BarSeries bars) {
        if (!geometry.layout().withVolume()) {
            return;
        }
        PixelGrid pixels = geometry.pixels();
        double width = CandlePainter.bodyWidth(geometry);
        double bottom = pixels.edge(geometry.layout().volumeBottom());
        g.setGlobalAlpha(OPACITY);
        BarColumns columns = new BarColumns(bars, geometry);
        while (columns.next()) {
            double top = pixels.edge(geometry.volumeY(columns.volume()));
            if (bottom > top) {
                g.setFill(columns.rose() ? palette.up() : palette.down());
                double left = columns.narrow() ? columns.x() : pixels.edge(columns.x() - width / 2);
                g.fillRect(left, top, width, bottom - top);
            }
        }
        g.setGlobalAlpha(1);
    }
}
