package dev.liveticker.desktop.app;

import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * Mends what the robot of JavaFX's headless platform says of the mouse: that every press asks for a context menu, and
 * that no button is down while it drags.
 */
final class HeadlessMouse implements EventDispatcher {

    private final EventDispatcher next;
    private MouseButton pressed = MouseButton.NONE;

    private HeadlessMouse(EventDispatcher next) {
        this.next = next;
    }

    /** Whether windows are drawn into memory; on a real display there is nothing to mend. */
    static boolean isAtWork() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }

    /** Harmless when repeated. */
    static void mend(Window window) {
        if (isAtWork() && !(window.getEventDispatcher() instanceof HeadlessMouse)) {
            window.setEventDispatcher(new HeadlessMouse(window.getEventDispatcher()));
        }
    }

    @Override
    public Event dispatchEvent(Event event, EventDispatchChain tail) {
        if (event instanceof ContextMenuEvent menu && !menu.isKeyboardTrigger() && pressed == MouseButton.PRIMARY) {
            return null;
        }
        if (event instanceof MouseEvent mouse) {
            if (mouse.getEventType() == MouseEvent.MOUSE_PRESSED) {
                pressed = mouse.getButton();
            }
            return next.dispatchEvent(mended(mouse), tail);
        }
        return next.dispatchEvent(event, tail);
    }

    private MouseEvent mended(MouseEvent mouse) {
        boolean dragging = mouse.getEventType() == MouseEvent.MOUSE_DRAGGED;
        MouseButton button = dragging ? pressed : mouse.getButton();
        return new MouseEvent(
                mouse.getSource(),
                mouse.getTarget(),
                mouse.getEventType(),
                mouse.getX(),
                mouse.getY(),
                mouse.getScreenX(),
                mouse.getScreenY(),
                button,
                mouse.getClickCount(),
                mouse.isShiftDown(),
                mouse.isControlDown(),
                mouse.isAltDown(),
                mouse.isMetaDown(),
                mouse.isPrimaryButtonDown() || (dragging && button == MouseButton.PRIMARY),
                mouse.isMiddleButtonDown(),
                mouse.isSecondaryButtonDown(),
                mouse.isBackButtonDown(),
                mouse.isForwardButtonDown(),
                mouse.isSynthesized(),
                button == MouseButton.SECONDARY,
                mouse.isStillSincePress(),
                mouse.getPickResult());
    }
}
