package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A chart in plain colours on no window, painted once and looked at pixel by pixel. */
final class PaintedChart {

    static final Color UP = Color.LIME;
    static final Color DOWN = Color.RED;
    static final Color LINE = Color.BLUE;
    static final Color BACKGROUND = Color.WHITE;

    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;
    private static final String STYLE = "-chart-background: white; -chart-grid: white; -chart-axis: white;"
            + " -chart-text: white; -chart-strong: white; -chart-on-accent: white;"
            + " -chart-up: lime; -chart-down: red; -chart-line: blue;";

    final ChartViewModel model;
    final SimpleDoubleProperty textScale = new SimpleDoubleProperty(1);
    private final ChartSurface surface;
    private WritableImage image;

    PaintedChart(List<Bar> bars, ChartLayer... layers) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        model = StillBars.chart(Some.AAPL, bars, new BarInbox());
        surface = onFx(() -> {
            ChartSurface made = new ChartSurface(model, "System", textScale, List.of(layers));
            made.setStyle(STYLE);
            StackPane root = new StackPane(made);
            var _ = new Scene(root, WIDTH, HEIGHT, BACKGROUND);
            root.applyCss();
            root.layout();
            return made;
        });
    }

    /** Minutes one after another, of open, high, low, close and volume each. */
    static List<Bar> bars(double[]... figures) {
        List<Bar> bars = new ArrayList<>();
        for (double[] figure : figures) {
            bars.add(new Bar(
                    Some.AAPL,
                    0,
                    Interval.ONE_MINUTE,
                    (29_000_000 + bars.size()) * Some.MINUTE,
                    BigDecimal.valueOf(figure[0]),
                    BigDecimal.valueOf(figure[1]),
                    BigDecimal.valueOf(figure[2]),
                    BigDecimal.valueOf(figure[3]),
                    BigDecimal.valueOf(figure[4]),
                    1,
                    true));
        }
        return bars;
    }

    /** Paints what changed. */
    PaintedChart paint() {
        onFx(() -> {
            surface.pulse();
            image = surface.snapshot(null, null);
            return image;
        });
        return this;
    }

    /** Puts the pointer somewhere. */
    void point(double x, double y) {
        onFx(() -> {
            surface.point(new Point2D(x, y));
            return x;
        });
    }

    ChartSurface surface() {
        return surface;
    }

    ChartGeometry geometry() {
        return surface.geometry().orElseThrow();
    }

    /** Where a price is. */
    double y(double price) {
        return geometry().prices().y(price);
    }

    /** The middle of a bar. */
    double x(int index) {
        return geometry().x(index);
    }

    /** The colour of a pixel of the canvas. */
    Color at(double x, double y) {
        return image.getPixelReader().getColor((int) Math.floor(x), (int) Math.floor(y));
    }

    /** The uppermost pixel of this colour in a column; -1 if there is none. */
    int topOf(Color colour, double x, double fromY) {
        for (int y = (int) fromY; y < image.getHeight(); y++) {
            if (at(x, y).equals(colour)) {
                return y;
            }
        }
        return -1;
    }

    /** How many pixels have this colour. */
    long count(Color colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += at(x, y).equals(colour) ? 1 : 0;
            }
        }
        return count;
    }

    static <T> T onFx(Callable<T> work) {
        try {
            return WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(work));
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit did not answer", e);
        }
    }
}
