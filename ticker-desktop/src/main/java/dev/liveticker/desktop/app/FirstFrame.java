package dev.liveticker.desktop.app;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/**
 * The main window while there is nothing in it yet. What is in it takes the better part of a start to make; so the
 * window comes first, where it stood last and in the colour of its theme, and is filled once that is on the screen.
 * Style sheets are for what is in it: they are read then. Belongs to the FX thread.
 */
final class FirstFrame extends AnimationTimer {

    /** Where frame 1 is painted by software, this thread has to be free to hand it to the window. */
    private static final int PAINTED = 3;

    /** The theme's {@code -color-bg-default}, which is behind everything in the window. */
    private static final Color LIGHT = Color.WHITE;

    /** The same of the dark theme. */
    private static final Color DARK = Color.web("#0d1117");

    private static final double HARDLY_TRANSPARENT = 0.999;

    private final Node root;
    private final Runnable then;
    private int frames;

    private FirstFrame(Node root, Runnable then) {
        this.root = root;
        this.then = then;
    }

    /** A scene without anything in it. */
    static Scene empty(boolean dark) {
        Region nothing = new Region();
        // Of no size at all, the scene would have none to its mind whatever its window has, and take that of what is in
        // it
        // with the first picture.
        nothing.setPrefSize(1, 1);
        nothing.setBackground(Background.fill(dark ? DARK : LIGHT));
        return new Scene(nothing);
    }

    /**
     * Shows a window with such a scene.
     *
     * @param then fills it
     */
    static void show(Stage stage, Runnable then) {
        stage.show();
        new FirstFrame(stage.getScene().getRoot(), then).start();
    }

    @Override
    public void handle(long ignored) {
        frames++;
        if (frames < PAINTED) {
            // A frame in which something changes does not begin before the one before it is painted.
            root.setOpacity(frames % 2 == 0 ? HARDLY_TRANSPARENT : 1);
        } else {
            stop();
            Platform.runLater(then);
        }
    }
}
