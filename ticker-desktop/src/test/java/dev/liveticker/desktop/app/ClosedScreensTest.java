package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was closed is gone: nothing that lives as long as the desktop holds on to it, such as by a listener. */
class ClosedScreensTest extends Journey {

    private static final int TIMES = 4;
    /** JavaFX holds on to what had the focus last, and the like, until something else has. */
    private static final int STILL_HELD = 1;

    @BeforeEach
    void choose() {
        desktop.robot()
                .interact(() ->
                        desktop.app().workbench().orElseThrow().watchlist().add(Some.AAPL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chart", "log", "shortcuts"})
    void a_window_that_was_closed_is_forgotten(String screen) {
        List<WeakReference<Node>> closed = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            closed.add(openAndClose(screen, opened -> {}));
        }

        assertForgotten(closed);
    }

    @Test
    void a_chart_that_was_compared_with_others_is_forgotten() {
        Workbench workbench = desktop.app().workbench().orElseThrow();
        desktop.robot()
                .interact(() ->
                        workbench.charts().studies(workbench.chart()).compare().add("MSFT"));
        List<WeakReference<Node>> closed = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            closed.add(openAndClose("chart", opened -> {
                Button compare = (Button) opened.getScene().lookup("#compare");
                compare.fire();
                compare.fire();
            }));
        }

        assertForgotten(closed);
    }

    @ParameterizedTest
    @CsvSource({"alert, #alert-form", "transaction, .portfolio-entry"})
    void a_form_that_was_left_is_forgotten(String screen, String form) {
        List<WeakReference<Node>> closed = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            closed.add(openAndLeave(screen, form));
        }

        assertForgotten(closed);
    }

    private WeakReference<Node> openAndClose(String screen, Consumer<Window> use) {
        Set<Window> before = new HashSet<>(Window.getWindows());
        show(screen);
        List<WeakReference<Node>> opened = new ArrayList<>();
        desktop.robot().interact(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window instanceof Stage && !before.contains(window)) {
                    opened.add(new WeakReference<>(window.getScene().getRoot()));
                    use.accept(window);
                    window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
                }
            }
        });
        assertThat(opened).as(screen).hasSize(1);
        return opened.getFirst();
    }

    private WeakReference<Node> openAndLeave(String screen, String form) {
        show(screen);
        List<WeakReference<Node>> shown = new ArrayList<>();
        desktop.robot().interact(() -> {
            Node filledIn = Objects.requireNonNull(scene().lookup(form), form);
            shown.add(new WeakReference<>(filledIn));
            Event.fireEvent(
                    filledIn, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertThat(scene().lookup(form)).isNull();
        });
        return shown.getFirst();
    }

    private Scene scene() {
        return desktop.robot().lookup("#watchlist-table").query().getScene();
    }

    private void show(String screen) {
        desktop.robot()
                .interact(() -> assertThat(desktop.app().screens().orElseThrow().open(screen))
                        .isTrue());
        // Its styles and its first picture.
        long shown = desktop.app().pulse().frames();
        soon().until(() -> desktop.app().pulse().frames() > shown + 2);
    }

    private static void assertForgotten(List<WeakReference<Node>> closed) {
        soon().untilAsserted(() -> {
            System.gc();
            assertThat(closed.stream().map(WeakReference::get).filter(Objects::nonNull))
                    .hasSizeLessThanOrEqualTo(STILL_HELD);
        });
    }
}
