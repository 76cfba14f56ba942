package dev.liveticker.desktop.app;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** What lies below the chart: a tab for each feature that has a list to show. */
final class LowerPane extends TabPane {

    private final SplitPane split = new SplitPane();

    LowerPane() {
        setId("lower-pane");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        split.setId("lower-split");
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
            split.setDividerPositions(WindowState.INITIAL.chartShare());
        }
    }

    /** The divider between chart and tabs; empty while there is no tab. */
    Optional<SplitPane.Divider> divider() {
        return split.getDividers().stream().findFirst();
    }

    /** Chooses a tab, if there is such a one. */
    void choose(String id) {
        getTabs().stream().filter(tab -> id.equals(tab.getId())).findFirst().ifPresent(getSelectionModel()::select);
    }
}
