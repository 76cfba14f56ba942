package dev.liveticker.desktop.trade;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** What of a trade stays where there is little room. */
class TradeLineTest {

    @Test
    void side_and_then_size_give_way_to_the_moment_and_the_price() throws Exception {
        FxToolkit.registerPrimaryStage();
        new FxRobot().interact(() -> {
            TradeLine line = new TradeLine();
            line.time.setText("06:27:38.338");
            line.price.setText("\u25b2 254.51");
            line.size.setText("1,177");
            line.side.setText("Sell");
            var _ = new Scene(new Pane(line), 600, 40);
            double em = line.time.getFont().getSize();

            lay(line, 30 * em);
            assertThat(line.side.isVisible()).isTrue();
            assertWhole(line.time, line.price, line.size, line.side);

            lay(line, 18 * em);
            assertThat(line.side.isVisible()).isFalse();
            assertWhole(line.time, line.price, line.size);

            lay(line, 13 * em);
            assertThat(line.size.isVisible()).isFalse();
            assertWhole(line.time, line.price);

            lay(line, 30 * em);
            assertThat(line.side.isVisible()).as("with room again").isTrue();
            assertThat(line.size.isVisible()).isTrue();
        });
    }

    private static void lay(TradeLine line, double width) {
        line.applyCss();
        line.resize(width, 30);
        line.layout();
    }

    private static void assertWhole(Label... labels) {
        for (Label label : labels) {
            assertThat(label.getWidth()).as(label.getText()).isGreaterThanOrEqualTo(label.prefWidth(-1) - 1);
        }
    }
}
