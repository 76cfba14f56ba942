package dev.liveticker.desktop.app;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Takes pictures of windows, without the frame that the system puts around them. Belongs to the FX thread. */
final class Camera {

    private Camera() {}

    /** The window that was opened last, with what popped up over it. */
    static BufferedImage takeNewest() {
        List<Window> open =
                Window.getWindows().stream().filter(Window::isShowing).toList();
        Window newest = open.stream()
                .filter(Stage.class::isInstance)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("there is no window"));
        BufferedImage picture = take(newest.getScene());
        for (Window window : open) {
            if (window instanceof PopupWindow popup && isOver(popup, newest)) {
                lay(popup, origin(newest), picture);
            }
        }
        return opaque(picture);
    }

    private static boolean isOver(PopupWindow popup, Window below) {
        @Nullable Window owner = popup.getOwnerWindow();
        return below.equals(owner) || (owner instanceof PopupWindow between && isOver(between, below));
    }

    private static void lay(PopupWindow popup, Point2D corner, BufferedImage picture) {
        Point2D place = origin(popup).subtract(corner);
        Graphics2D pen = picture.createGraphics();
        pen.drawImage(takeThin(popup.getScene()), (int) Math.round(place.getX()), (int) Math.round(place.getY()), null);
        pen.dispose();
    }

    /** Where the upper left corner of its content is on the screen. */
    private static Point2D origin(Window window) {
        return new Point2D(
                window.getX() + window.getScene().getX(),
                window.getY() + window.getScene().getY());
    }

    private static BufferedImage take(Scene scene) {
        WritableImage taken =
                scene.getRoot() instanceof Sheet sheet ? sheet.snapshot(filledLike(sheet), null) : scene.snapshot(null);
        return copy(taken);
    }

    /** A popup's, with what is below it showing through its shadow. */
    private static BufferedImage takeThin(Scene scene) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return copy(scene.getRoot().snapshot(parameters, null));
    }

    /** The sheet's own background ends where the window does. */
    private static SnapshotParameters filledLike(Sheet sheet) {
        SnapshotParameters parameters = new SnapshotParameters();
        Optional.ofNullable(sheet.getBackground()).stream()
                .flatMap(background -> background.getFills().stream())
                .findFirst()
                .map(BackgroundFill::getFill)
                .ifPresent(parameters::setFill);
        return parameters;
    }

    private static BufferedImage copy(WritableImage taken) {
        int width = (int) taken.getWidth();
        int height = (int) taken.getHeight();
        int[] pixels = new int[width * height];
        taken.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage image = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return image;
    }
}
