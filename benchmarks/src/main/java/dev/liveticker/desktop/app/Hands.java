package dev.liveticker.desktop.app;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.NullMarked;

/** What a person's hands do to a node, as events. Belongs to the FX thread. */
@NullMarked
final class Hands {

    private static final double NOTCH = 40;

    private final Node node;

    Hands(Node node) {
        this.node = node;
    }

    void press(KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
    }

    /** @param notches up for positive */
    void wheel(int notches) {
        Point2D at = middle();
        Point2D screen = node.localToScreen(at);
        Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        notches * NOTCH,
                        0,
                        0,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(node, at.getX(), at.getY())));
    }

    /** Puts the finger on the left button, in the middle. */
    void grasp() {
        mouse(MouseEvent.MOUSE_PRESSED, 0, true);
    }

    /** @param x pixels from the middle */
    void dragTo(double x) {
        mouse(MouseEvent.MOUSE_DRAGGED, x, true);
    }

    /** @param x pixels from the middle */
    void letGo(double x) {
        mouse(MouseEvent.MOUSE_RELEASED, x, false);
    }

    private void mouse(EventType<MouseEvent> kind, double x, boolean down) {
        Point2D at = middle().add(x, 0);
        Point2D screen = node.localToScreen(at);
        Event.fireEvent(
                node,
                new MouseEvent(
                        kind,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        x == 0,
                        new PickResult(node, at.getX(), at.getY())));
    }

    private Point2D middle() {
        Bounds bounds = node.getLayoutBounds();
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }
}
