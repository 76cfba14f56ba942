package dev.liveticker.desktop.app;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
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
 * While another thread paints it, what is needed to fill it is made ready. Belongs to the FX thread.
 */
final class FirstFrame extends AnimationTimer {

    /** Where frame 1 is painted by software, this thread has to be free to hand it to the window. */
    private static final int PAINTED = 3;

    /** Frame 1 is with the thread that paints it. */
    private static final int BEING_PAINTED = 2;

    /** The theme's {@code -color-bg-default}, which is behind everything in the window. */
    private static final Color LIGHT = Color.WHITE;

    /** The same of the dark theme. */
    private static final Color DARK = Color.web("#0d1117");

    private static final double HARDLY_TRANSPARENT = 0.999;

    private final Node root;
    private final Queue<Runnable> beside;
    private final Runnable then;
    private int frames;

    private FirstFrame(Node root, List<Runnable> beside, Runnable then) {
        this.root = root;
        this.beside = new ArrayDeque<>(beside);
        this.then = then;
    }

    /** A scene without anything in it. */
    static Scene empty(boolean dark) {
        Region nothing = new Region();
        // Of no size at all, the scene would think that it has none, whatever its window has, and take that of what is
        // in it with the first picture.
        nothing.setPrefSize(1, 1);
        nothing.setBackground(Background.fill(dark ? DARK : LIGHT));
        return new Scene(nothing);
    }

    /**
     * Shows a window with such a scene.
     *
     * @param beside what is to be done while it is painted, in steps: it is put on the screen between them
     * @param then fills it
     */
    static void show(Stage stage, List<Runnable> beside, Runnable then) {
        stage.show();
        new FirstFrame(stage.getScene().getRoot(), beside, then).start();
    }

    @Override
    public void handle(long ignored) {
        frames++;
        if (frames == BEING_PAINTED) {
            Platform.runLater(this::step);
        }
        if (frames < PAINTED) {
            stir(root);
        } else {
            stop();
            Platform.runLater(this::fill);
        }
    }

    /**
     * Changes something that nobody sees: only a frame in which something changes does not begin before the one before
     * it is painted. Whoever is done sets the opacity to 1.
     */
    static void stir(Node node) {
        node.setOpacity(node.getOpacity() == 1 ? HARDLY_TRANSPARENT : 1);
    }

    private void step() {
        Runnable next = beside.poll();
        if (next != null) {
            next.run();
            Platform.runLater(this::step);
        }
    }

    /** With what is left of the steps; one that is still to come finds none. */
    private void fill() {
        beside.forEach(Runnable::run);
        beside.clear();
        then.run();
    }
}
