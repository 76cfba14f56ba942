package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Chart and lists above each other, or in turn where there is no room for both. */
class LowerPaneTest {

    private final FxRobot robot = new FxRobot();
    private final SimpleDoubleProperty textScale = new SimpleDoubleProperty(1);
    private final Pane chart = new Pane();
    private LowerPane lower;
    private SplitPane split;
    private Tab trades;
    private Tab alerts;
    private Node before;
    private StackPane root;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            lower = new LowerPane(textScale);
            trades = lower.add("trades", "Trades", Pane::new);
            alerts = lower.add("alerts", "Alerts", Pane::new);
            before = trades.getContent();
            split = lower.below(chart);
            root = new StackPane(split);
            var _ = new Scene(root, 500, 800);
        });
        height(800);
    }

    @Test
    void with_room_for_both_the_chart_stands_above_the_lists() {
        robot.interact(() -> lower.chartShare(0.5));
        height(800);

        assertThat(isChartATab()).isFalse();
        assertThat(bounds(chart).getHeight()).isCloseTo(400, within(8.0));
        assertThat(bounds(lower).getMinY()).isGreaterThanOrEqualTo(bounds(chart).getMaxY());
    }

    @Test
    void where_it_is_too_low_for_both_the_chart_is_a_tab_and_has_all_of_the_height() {
        robot.interact(() -> lower.getSelectionModel().select(alerts));

        height(300);

        assertThat(isChartATab()).isTrue();
        assertThat(lower.getSelectionModel().getSelectedItem().getText()).isEqualTo("Chart");
        assertThat(bounds(chart).getHeight()).isGreaterThan(230);
        robot.interact(() -> lower.choose("alerts"));
        assertThat(alerts.isSelected()).isTrue();
    }

    @Test
    void what_is_in_a_tab_is_made_when_it_is_first_in_the_scene_and_chosen_and_stays() {
        assertThat(before).as("no start waits for it").isNull();
        assertThat(trades.getContent()).isNotNull();
        assertThat(alerts.getContent()).as("nobody has chosen it").isNull();

        robot.interact(() -> lower.getSelectionModel().select(alerts));
        Node shown = alerts.getContent();
        robot.interact(() -> lower.choose("trades"));

        assertThat(shown).isNotNull();
        assertThat(shown.getScene()).isSameAs(root.getScene());
        assertThat(alerts.getContent()).isSameAs(shown);
    }

    @Test
    void with_larger_text_both_need_more_room() {
        height(500);
        assertThat(isChartATab()).isFalse();

        robot.interact(() -> textScale.set(2));
        height(500);

        assertThat(isChartATab()).isTrue();
    }

    @Test
    void with_room_again_all_is_as_it_was() {
        robot.interact(() -> {
            lower.chartShare(0.4);
            lower.getSelectionModel().select(alerts);
        });
        height(300);

        height(800);

        assertThat(isChartATab()).isFalse();
        assertThat(lower.getTabs()).extracting(Tab::getText).containsExactly("Trades", "Alerts");
        assertThat(alerts.isSelected()).isTrue();
        assertThat(lower.chartShare().get()).isCloseTo(0.4, within(0.02));
        assertThat(bounds(chart).getHeight()).isCloseTo(320, within(10.0));
    }

    private boolean isChartATab() {
        return lower.getTabs().getFirst().getText().equals("Chart");
    }

    private void height(double height) {
        robot.interact(() -> lay(height));
        // It rearranges itself after the layout that showed the need.
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> lay(height));
    }

    private void lay(double height) {
        root.resize(500, height);
        root.applyCss();
        root.layout();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
