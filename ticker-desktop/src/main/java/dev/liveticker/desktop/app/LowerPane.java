package dev.liveticker.desktop.app;

import dev.liveticker.desktop.text.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** What lies below the chart: a tab for each feature that has a list to show. */
final class LowerPane extends TabPane {

    private final SplitPane split = new SplitPane();

    LowerPane() {
        setId("lower-pane");
        setAccessibleText(Texts.of("app.lower"));
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
    Tab add(String id, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        getTabs().add(tab);
        if (!split.getItems().contains(this)) {
            split.getItems().add(this);
            split.setDividerPositions(WindowState.INITIAL.chartShare());
        }
        return tab;
    }

    /** Whether a person can see what is in a tab: it is chosen, and its window is neither hidden nor minimised. */
    ObservableValue<Boolean> inSight(Tab tab) {
        ObservableValue<Boolean> open = sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(window -> window instanceof Stage stage
                        ? stage.showingProperty()
                                .flatMap(showing -> stage.iconifiedProperty().map(minimised -> showing && !minimised))
                        : window.showingProperty());
        return tab.selectedProperty()
                .flatMap(selected -> open.map(isOpen -> selected && isOpen))
                .orElse(false);
    }

    /** Whether a person is likely to look at it: it is in sight, and its window is the one in use. */
    ObservableValue<Boolean> inView(Tab tab) {
        ObservableValue<Boolean> used =
                sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::focusedProperty);
        return inSight(tab)
                .flatMap(inSight -> used.map(isUsed -> inSight && isUsed))
                .orElse(false);
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
