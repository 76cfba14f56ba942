package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 25, 1440, 875);
    private static final Rectangle2D MONITOR = new Rectangle2D(1440, 0, 2560, 1440);

    @Test
    void a_window_stands_where_it_stood() {
        WindowPlace place = place(1600, 100, 1280, 800);

        assertThat(place.on(List.of(LAPTOP, MONITOR))).contains(place);
    }

    @Test
    void a_window_of_a_monitor_that_is_gone_stands_nowhere() {
        assertThat(place(1600, 100, 1280, 800).on(List.of(LAPTOP))).isEmpty();
        assertThat(place(100, 5000, 1280, 800).on(List.of(LAPTOP))).isEmpty();
        assertThat(place(-1270, 100, 1280, 800).on(List.of(LAPTOP))).isEmpty();
    }

    @Test
    void a_window_larger_than_its_screen_shrinks_to_it() {
        assertThat(place(0, 25, 3000, 2000).on(List.of(LAPTOP))).contains(place(0, 25, 1440, 875));
    }

    private static WindowPlace place(double x, double y, double width, double height) {
        return new WindowPlace(x, y, width, height, false, 0.5);
    }
}
