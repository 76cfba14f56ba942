package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** What of the headline stays where there is little room. */
class ChartHeaderTest {

    private ChartHeader header;
    private Label symbol;
    private Label last;
    private Label change;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        PaintedChart.onFx(() -> {
            ChartViewModel model = StillBars.chart(Some.AAPL, List.of(), new BarInbox());
            model.show(Some.entry(Some.AAPL, "189.25", "188.46", 0));
            header = new ChartHeader(model, new SimpleDoubleProperty(1));
            var _ = new Scene(new Pane(header), 900, 200);
            symbol = label(".instrument-symbol");
            last = label(".instrument-last");
            change = label(".instrument-change");
            return header;
        });
    }

    @Test
    void symbol_and_price_always_show_and_of_the_change_as_much_as_fits() {
        lay(900);
        assertThat(change.getText()).isEqualTo("\u25B2 0.79  (0.42%)");
        double prices = symbol.prefWidth(-1) + last.prefWidth(-1);
        double full = change.prefWidth(-1);

        lay(Math.ceil(prices + full));
        assertThat(change.getText()).isEqualTo("\u25B2 0.79  (0.42%)");
        lay(Math.floor(prices + full - 1));
        assertThat(change.getText()).isEqualTo("\u25B2 0.42%");
        assertThat(change.isVisible()).isTrue();
        assertThat(top(change)).as("beside the price").isLessThan(bottom(last));
        assertInside();
        lay(Math.ceil(prices + 1));
        assertThat(change.isVisible()).as("below the price").isTrue();
        assertThat(top(change)).isGreaterThanOrEqualTo(bottom(last));
        assertThat(change.getWidth()).isGreaterThanOrEqualTo(change.prefWidth(-1));
        assertInside();

        lay(900);
        assertThat(change.getText()).as("with room again").isEqualTo("\u25B2 0.79  (0.42%)");
        assertThat(change.isVisible()).isTrue();
        assertThat(top(change)).isLessThan(bottom(last));
    }

    private static double top(Label label) {
        return label.localToScene(label.getLayoutBounds()).getMinY();
    }

    private static double bottom(Label label) {
        return label.localToScene(label.getLayoutBounds()).getMaxY();
    }

    private void assertInside() {
        assertThat(last.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(header.getWidth());
        assertThat(last.getWidth()).isGreaterThanOrEqualTo(last.prefWidth(-1));
    }

    private void lay(double width) {
        PaintedChart.onFx(() -> {
            header.getScene().getRoot().applyCss();
            header.resize(width, 200);
            // What gives way is known once the width is.
            header.layout();
            header.layout();
            return width;
        });
    }

    private Label label(String query) {
        return (Label) header.lookup(query);
    }
}
