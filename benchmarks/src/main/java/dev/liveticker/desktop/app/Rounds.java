package dev.liveticker.desktop.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.NullMarked;

/**
 * A person who goes through the whole desktop again and again: every screen there is opened and closed, the list walked
 * down, and the theme changed and changed back. After a round everything stands as it stood before it, so that whatever
 * there is more of then was left behind. For one thread, which is not the FX thread.
 */
@NullMarked
final class Rounds {

    /** A few frames, so that what was opened is laid out and painted. */
    private static final Duration ACT = Duration.ofMillis(60);

    /** What was closed fades, and what was asked of the server is answered. */
    private static final Duration REST = Duration.ofMillis(300);

    private final ProbedDesktop desktop;
    private int done;

    Rounds(ProbedDesktop desktop) {
        this.desktop = desktop;
    }

    /** Walks one. */
    void walk() {
        List<String> names = ProbedDesktop.onFx(desktop.screens()::names);
        act(() -> list().press(KeyCode.HOME));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            act(() -> desktop.screens().open(name));
            act(this::closeAll);
            act(() -> list().press(KeyCode.DOWN));
            if (i == 0 || i == names.size() / 2) {
                act(() -> ((Button) desktop.node("#toggle-theme")).fire());
            }
        }
        ProbedDesktop.pass(REST);
        done++;
    }

    /** How many were walked. */
    int done() {
        return done;
    }

    private static void act(Runnable action) {
        ProbedDesktop.run(action);
        ProbedDesktop.pass(ACT);
    }

    private Hands list() {
        return new Hands(desktop.node("#watchlist-table"));
    }

    /** As a person does: the small window, for one, then gives its place back to the main window. */
    private void closeAll() {
        List<Window> open = new ArrayList<>(Window.getWindows());
        open.remove(desktop.stage());
        for (Window window : open.reversed()) {
            if (window instanceof Stage) {
                window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
            } else {
                window.hide();
            }
        }
        Node focused = Objects.requireNonNullElse(
                desktop.scene().getFocusOwner(), desktop.scene().getRoot());
        new Hands(focused).press(KeyCode.ESCAPE);
    }
}
