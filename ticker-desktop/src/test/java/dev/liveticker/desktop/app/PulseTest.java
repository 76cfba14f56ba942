package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class PulseTest {

    private final FxRobot robot = new FxRobot();
    private final BooleanProperty inView = new SimpleBooleanProperty(true);
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger slow = new AtomicInteger();
    private Pulse pulse;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            pulse = new Pulse(frames::incrementAndGet, slow::incrementAndGet, Platform::runLater);
            pulse.follow(inView);
        });
    }

    @AfterEach
    void stop() {
        robot.interact(pulse::close);
    }

    @Test
    void in_view_it_beats_with_every_frame() {
        soon().until(() -> frames.get() > 5);
        assertThat(slow).hasValue(0);
    }

    @Test
    void out_of_view_no_frame_is_asked_for_but_something_goes_on() {
        robot.interact(() -> inView.set(false));
        int before = frames.get();
        soon().until(() -> slow.get() >= 2);
        assertThat(frames).hasValue(before);

        robot.interact(() -> {
            inView.set(true);
            assertThat(frames).as("up to date before it is painted").hasValueGreaterThan(before);
        });
        soon().until(() -> frames.get() > before + 5);
    }

    @Test
    void closed_it_neither_beats_nor_begins_again() {
        int[] before = new int[1];
        robot.interact(() -> {
            pulse.close();
            before[0] = frames.get();
            inView.set(false);
            inView.set(true);
        });
        robot.interact(() -> {});
        assertThat(frames).hasValue(before[0]);
    }
}
