package dev.liveticker.desktop.dialog;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A window that belongs to another and keeps it waiting. Belongs to the FX thread. */
public final class OwnedWindow {

    private static final double HALF = 0.5;

    /** Higher than the middle, where the eye looks for it. */
    private static final double THIRD = 1.0 / 3;

    private final Stage stage = new Stage();
    private final Window owner;

    /** @param owner whose looks it shares */
    public OwnedWindow(Window owner, String title) {
        this.owner = owner;
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
    }

    public Stage stage() {
        return stage;
    }

    /**
     * Puts something in.
     *
     * @param onEscape what the Escape key does, unless what has the focus needs it itself
     */
    public void fill(Node content, Runnable onEscape) {
        Scene scene = new Scene(new Bounded(content));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onEscape.run();
            }
        });
        stage.setScene(scene);
    }

    /** Shows it as large as its content wants to be, or as the screen lets it. */
    public void show() {
        stage.sizeToScene();
        stage.show();
        Rectangle2D screen = screen();
        double width = Math.min(stage.getWidth(), screen.getWidth());
        double height = Math.min(stage.getHeight(), screen.getHeight());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(
                within(screen.getMinX(), screen.getMaxX() - width, owner.getX() + (owner.getWidth() - width) * HALF));
        stage.setY(within(
                screen.getMinY(), screen.getMaxY() - height, owner.getY() + (owner.getHeight() - height) * THIRD));
    }

    private Rectangle2D screen() {
        return Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }

    /** Wants to be as large as its content, but not larger than the screen. */
    private final class Bounded extends StackPane {

        Bounded(Node content) {
            super(content);
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.min(super.computePrefWidth(height), screen().getWidth());
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.min(super.computePrefHeight(width), screen().getHeight());
        }
    }

    private static double within(double least, double most, double wanted) {
        return Math.max(least, Math.min(most, wanted));
    }
}
