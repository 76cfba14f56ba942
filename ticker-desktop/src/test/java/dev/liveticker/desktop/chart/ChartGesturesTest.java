package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Symbol;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What mouse, wheel and keys do to the prices' axis. */
class ChartGesturesTest {

    private PaintedChart chart;
    private double axis;
    private double middle;

    @BeforeEach
    void paint() throws Exception {
        chart = new PaintedChart(PaintedChart.bars(
                        new double[] {100, 108, 97, 104, 1_000},
                        new double[] {104, 106, 98, 101, 500},
                        new double[] {101, 110, 100, 109, 250}))
                .paint();
        ChartLayout layout = chart.geometry().layout();
        axis = layout.plotWidth() + 20;
        middle = (layout.priceTop() + layout.priceBottom()) / 2;
    }

    @Test
    void the_axis_is_dragged_to_stretch_and_squeeze_prices_and_double_clicked_to_have_them_fit() {
        mouse(MouseEvent.MOUSE_MOVED, axis, middle, 0);
        assertThat(chart.surface().getCursor()).isEqualTo(Cursor.V_RESIZE);
        Viewport before = chart.model.viewport();

        drag(axis, middle, axis, middle - 80);
        double stretched = chart.model.stretch();
        assertThat(stretched).isGreaterThan(1.3);
        assertThat(chart.model.viewport()).as("bars stay").isEqualTo(before);
        drag(axis, middle, axis, middle + 200);
        assertThat(chart.model.stretch()).isLessThan(1);

        mouse(MouseEvent.MOUSE_CLICKED, axis, middle, 2);
        assertThat(chart.model.stretch()).isEqualTo(1);
    }

    @Test
    void beside_the_axis_a_drag_moves_bars_and_a_double_click_resets_all() {
        mouse(MouseEvent.MOUSE_MOVED, 100, middle, 0);
        assertThat(chart.surface().getCursor()).isEqualTo(Cursor.CROSSHAIR);
        chart.model.stretch(3);

        drag(100, middle, 140, middle - 60);
        assertThat(chart.model.stretch()).isEqualTo(3);
        mouse(MouseEvent.MOUSE_CLICKED, 100, middle, 2);

        assertThat(chart.model.stretch()).isEqualTo(1);
        assertThat(chart.model.viewport()).isEqualTo(Viewport.INITIAL);
    }

    @Test
    void the_wheel_on_the_axis_and_the_keys_up_and_down_do_the_same() {
        scroll(axis, middle, 40);
        assertThat(chart.model.stretch()).isGreaterThan(1);
        scroll(axis, middle, -80);
        assertThat(chart.model.stretch()).isLessThan(1);

        key(KeyCode.UP);
        key(KeyCode.UP);
        assertThat(chart.model.stretch()).isGreaterThan(1);
        key(KeyCode.DOWN);
        key(KeyCode.DOWN);
        assertThat(chart.model.stretch()).isLessThan(1);
    }

    @Test
    void other_bars_have_prices_that_fit_and_no_stretch_is_without_end() {
        chart.model.stretch(1e9);
        assertThat(chart.model.stretch()).isEqualTo(50);
        chart.model.stretch(0);
        assertThat(chart.model.stretch()).isEqualTo(0.1);

        chart.model.show((Symbol) null);

        assertThat(chart.model.stretch()).isEqualTo(1);
    }

    private void drag(double fromX, double fromY, double toX, double toY) {
        mouse(MouseEvent.MOUSE_PRESSED, fromX, fromY, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, toX, toY, 1);
        mouse(MouseEvent.MOUSE_RELEASED, toX, toY, 1);
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        PaintedChart.onFx(() -> {
            chart.surface()
                    .fireEvent(new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
                            MouseButton.PRIMARY,
                            clicks,
                            false,
                            false,
                            false,
                            false,
                            down,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
            return type;
        });
    }

    private void scroll(double x, double y, double by) {
        PaintedChart.onFx(() -> {
            chart.surface()
                    .fireEvent(new ScrollEvent(
                            ScrollEvent.SCROLL,
                            x,
                            y,
                            x,
                            y,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            0,
                            by,
                            0,
                            by,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            null));
            return by;
        });
    }

    private void key(KeyCode code) {
        PaintedChart.onFx(() -> {
            chart.surface().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return code;
        });
    }
}
