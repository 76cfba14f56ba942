package dev.liveticker.desktop.app;

import dev.liveticker.desktop.text.Texts;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** What lies below the chart: a tab for each feature that has a list to show. */
final class LowerPane extends TabPane {

    /** The chart's share of the height at first. */
    private static final double CHART_SHARE = 0.66;

    private final SplitPane split = new SplitPane();

    LowerPane() {
        setId("lower-pane");
        setAccessibleText(Texts.of("app.lower"));
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        split.setOrientation(Orientation.VERTICAL);
    }

    /** The two above each other, with a divider once there is a tab. */
    SplitPane below(Node chart) {
        split.getItems().setAll(chart);
        return split;
    }

    /** Adds a tab at the right end. */
    void add(String id, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        getTabs().add(tab);
        if (!split.getItems().contains(this)) {
            split.getItems().add(this);
            split.setDividerPositions(CHART_SHARE);
        }
    }
}
