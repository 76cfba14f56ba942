package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class MiddledTextTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 32;

    @BeforeEach
    void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void the_baseline_is_on_a_whole_pixel_of_the_screen() {
        for (double scale : new double[] {1, 1.25, 1.5, 2}) {
            for (double middle = 10; middle < 12; middle += 0.13) {
                double baseline = MiddledText.baseline(new PixelGrid(scale), 11.5, middle);
                assertThat(baseline * scale).isCloseTo(Math.rint(baseline * scale), within(1e-9));
                assertThat(baseline - 11.5 * 0.3636).as("about the middle").isCloseTo(middle, within(0.51 / scale));
            }
        }
    }

    @Test
    void texts_at_one_height_stand_on_one_line() {
        for (double middle : new double[] {16, 16.25, 16.5, 16.75}) {
            List<Integer> feet = List.of("0", "254.57", "1254.63", "H").stream()
                    .map(text -> foot(text, middle))
                    .toList();

            assertThat(feet).as("at " + middle).containsOnly(feet.getFirst());
        }
    }

    /** The lowest row that something is painted on. */
    private static int foot(String text, double middle) {
        PixelReader pixels = PaintedChart.onFx(() -> {
            Canvas canvas = new Canvas(WIDTH, HEIGHT);
            canvas.getGraphicsContext2D().setFont(Font.font("System", 11.5));
            canvas.getGraphicsContext2D().setFill(Color.BLACK);
            MiddledText.write(canvas.getGraphicsContext2D(), new PixelGrid(1), text, 2, middle);
            var _ = new Scene(new Pane(canvas), WIDTH, HEIGHT);
            return canvas.snapshot(null, null).getPixelReader();
        });
        for (int y = HEIGHT - 1; y >= 0; y--) {
            for (int x = 0; x < WIDTH; x++) {
                if (pixels.getColor(x, y).getBrightness() < 0.5) {
                    return y;
                }
            }
        }
        return -1;
    }
}
