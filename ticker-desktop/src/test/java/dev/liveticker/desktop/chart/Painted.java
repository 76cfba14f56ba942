package dev.liveticker.desktop.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A canvas without a window, to look at what is painted on it. */
final class Painted {

    static final Palette LIGHT = palette(Color.WHITE);
    static final Palette DARK = palette(Color.web("#0d1117"));

    static final double WIDTH = 400;
    static final double HEIGHT = 300;

    static final Lettering LETTERS = Lettering.of("System", 1);

    /** Finer than the places it is asked for, so that a thin line has pixels of its whole colour. */
    private static final int SCALE = 3;

    private final WritableImage image;

    private Painted(WritableImage image) {
        this.image = image;
    }

    static Painted with(Consumer<GraphicsContext> painter) {
        try {
            System.setProperty("testfx.robot", "glass");
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        WritableImage[] picture = new WritableImage[1];
        new FxRobot().interact(() -> {
            Canvas canvas = new Canvas(WIDTH * SCALE, HEIGHT * SCALE);
            canvas.getGraphicsContext2D().scale(SCALE, SCALE);
            painter.accept(canvas.getGraphicsContext2D());
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(Color.WHITE);
            picture[0] = canvas.snapshot(parameters, null);
        });
        return new Painted(picture[0]);
    }

    /** The newest bars, each so wide, with prices as high as they need to be. */
    static ChartGeometry geometry(BarSeries bars, double barWidth) {
        ChartLayout layout = new ChartLayout(WIDTH, HEIGHT, 60, 20, false, 0, 1);
        return ChartGeometry.of(
                bars,
                new Viewport(barWidth, 0),
                layout,
                OptionalDouble.empty(),
                ScaleChoice.linear(0.01),
                List.of(),
                new PixelGrid(1));
    }

    /** Whether there is a colour within a pixel of a place. */
    boolean has(Color colour, double x, double y) {
        return any(colour, x - 1, y - 1, x + 1, y + 1);
    }

    /** Whether there is a colour anywhere in a part. */
    boolean any(Color colour, double left, double top, double right, double bottom) {
        for (int y = (int) Math.max(0, top * SCALE); y <= Math.min(HEIGHT * SCALE - 1, bottom * SCALE); y++) {
            for (int x = (int) Math.max(0, left * SCALE); x <= Math.min(WIDTH * SCALE - 1, right * SCALE); x++) {
                if (isLike(image.getPixelReader().getColor(x, y), colour)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLike(Color one, Color other) {
        double distance = Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
        return distance < 0.2;
    }

    private static Palette palette(Color background) {
        Color text = background.getBrightness() > 0.5 ? Color.BLACK : Color.WHITE;
        return new Palette(
                background, Color.gray(0.9), Color.gray(0.8), text, text, Color.GREEN, Color.RED, Color.WHITE);
    }
}
