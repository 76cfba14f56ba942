package dev.liveticker.desktop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** How much of an alert stays where there is little room. */
class AlertCellTest {

    private final FxRobot robot = new FxRobot();
    private ListView<AlertRow> list;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        AlertWords words = new AlertWords(new InstrumentDirectory(new FakeMarketData(), Runnable::run));
        Alert alert = new Alert(
                "a", Some.EURUSD, AlertCondition.CHANGE_PERCENT_BELOW, null, Some.price("-10"), true, null, true, null);
        robot.interact(() -> {
            list = new ListView<>();
            list.setCellFactory(ignored -> new AlertCell(words));
            list.getItems().setAll(new AlertRow(alert, AlertRow.Standing.ARMED, ""));
            var _ = new Scene(new Pane(list), 900, 300);
        });
    }

    @Test
    void what_it_waits_for_is_never_shortened_but_has_lines_of_its_own() {
        lay(600);
        assertThat(shortened()).isEmpty();
        assertThat(below("falls to", "EURUSD=X")).isFalse();

        lay(220);
        assertThat(shortened()).isEmpty();
        assertThat(below("falls to", "EURUSD=X")).isTrue();
        lay(150);
        assertThat(shortened()).isEmpty();

        lay(600);
        assertThat(below("falls to", "EURUSD=X")).as("with room again").isFalse();
    }

    private void lay(double width) {
        robot.interact(() -> {
            list.resize(width, 200);
            // The cells hear of their width in the first round, and of what came of it in the second.
            for (int i = 0; i < 2; i++) {
                list.applyCss();
                list.layout();
                list.requestLayout();
            }
        });
    }

    /** Whether the text with these words is under the other one. */
    private boolean below(String lower, String upper) {
        Bounds higher = bounds(upper);
        return bounds(lower).getMinY() >= higher.getMaxY() - 1;
    }

    private Bounds bounds(String words) {
        return list.lookupAll(".label").stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().contains(words))
                .map(label -> label.localToScene(label.getLayoutBounds()))
                .findFirst()
                .orElseThrow();
    }

    /** The texts that end with dots. */
    private Set<String> shortened() {
        return list.lookupAll(".label").stream()
                .map(Label.class::cast)
                .filter(label -> label.getWidth() > 0 && label.isTextTruncated())
                .map(Label::getText)
                .collect(Collectors.toSet());
    }
}
