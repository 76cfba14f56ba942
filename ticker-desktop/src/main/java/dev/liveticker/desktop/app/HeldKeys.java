package dev.liveticker.desktop.app;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** Which keys of a scene are down, so that one that is held and repeats itself is known from one pressed again. */
final class HeldKeys {

    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    HeldKeys(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> held.remove(event.getCode()));
        // Another window that comes up meanwhile is told of the release, and this one is not.
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(focused -> held.clear());
        scene.windowProperty().flatMap(Window::showingProperty).subscribe(showing -> held.clear());
    }

    /** Takes in that a key is pressed; whether it was down already. */
    boolean isRepeated(KeyEvent pressed) {
        return !held.add(pressed.getCode());
    }
}
