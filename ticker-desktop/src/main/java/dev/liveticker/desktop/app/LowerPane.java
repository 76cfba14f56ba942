package dev.liveticker.desktop.app;

import dev.liveticker.desktop.text.Texts;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What lies below the chart: a tab for each feature that has a list to show. Where it is too low for both, the chart is
 * a tab among them, so that whichever is looked at has all of the room.
 */
final class LowerPane extends TabPane {

    /** For chart and lists above each other, at a usual size of text. */
    private static final double ROOM_FOR_BOTH = 430;

    private final ObservableDoubleValue textScale;
    private final SplitPane split = new SplitPane();
    /** Without an id, so that it is not what is chosen at the next start. */
    private final Tab chartTab = new Tab(Texts.of("chart.title"));

    private final DoubleProperty chartShare = new SimpleDoubleProperty(WindowState.INITIAL.chartShare());
    private Subscription dragging = Subscription.EMPTY;
    private @Nullable Node chart;
    private @Nullable Tab chosenBelow;
    private boolean folded;

    /** @param textScale how large text is against the usual */
    LowerPane(ObservableDoubleValue textScale) {
        this.textScale = textScale;
        setId("lower-pane");
        setAccessibleText(Texts.of("app.lower"));
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        split.setId("lower-split");
        split.setOrientation(Orientation.VERTICAL);
        split.heightProperty().subscribe(this::heightChanged);
        textScale.subscribe(this::heightChanged);
    }

    /** The two above each other, with a divider once there is a tab. */
    SplitPane below(Node wholeChart) {
        chart = wholeChart;
        split.getItems().setAll(wholeChart);
        join();
        return split;
    }

    /**
     * Adds a tab at the right end. What is in it is made when it is first in the scene and chosen: until then nobody
     * sees it, and a start would have to make, style and lay it out before the window can be painted.
     */
    Tab add(String id, String title, Supplier<? extends Node> content) {
        Tab tab = new Tab(title);
        tab.setId(id);
        tab.selectedProperty()
                .flatMap(selected -> sceneProperty().map(scene -> selected))
                .orElse(false)
                .subscribe(chosen -> {
                    if (chosen && tab.getContent() == null) {
                        tab.setContent(content.get());
                    }
                });
        getTabs().add(tab);
        join();
        return tab;
    }

    private void join() {
        if (chart != null
                && !getTabs().isEmpty()
                && !folded
                && !split.getItems().contains(this)) {
            split.getItems().add(this);
            divide();
        }
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

    /** The share of the height that the chart has where both stand above each other; 0 to 1. */
    ObservableDoubleValue chartShare() {
        return chartShare;
    }

    /** Divides the height. */
    void chartShare(double share) {
        chartShare.set(share);
        if (!folded) {
            split.setDividerPositions(share);
        }
    }

    /** Chooses a tab, if there is such a one. */
    void choose(String id) {
        getTabs().stream().filter(tab -> id.equals(tab.getId())).findFirst().ifPresent(getSelectionModel()::select);
    }

    /** Not at once, since it is told of in the middle of a layout. */
    private void heightChanged() {
        if (split.getHeight() > 0 && isTooLow() != folded) {
            Platform.runLater(this::arrange);
        }
    }

    private boolean isTooLow() {
        return split.getHeight() < ROOM_FOR_BOTH * textScale.get();
    }

    private void arrange() {
        if (chart == null || getTabs().isEmpty() || isTooLow() == folded) {
            return;
        }
        folded = !folded;
        if (folded) {
            dragging.unsubscribe();
            chosenBelow = getSelectionModel().getSelectedItem();
            split.getItems().setAll(this);
            chartTab.setContent(chart);
            getTabs().addFirst(chartTab);
            getSelectionModel().select(chartTab);
        } else {
            if (chartTab.isSelected() && chosenBelow != null) {
                getSelectionModel().select(chosenBelow);
            }
            getTabs().remove(chartTab);
            chartTab.setContent(null);
            split.getItems().setAll(chart, this);
            divide();
        }
    }

    private void divide() {
        dragging.unsubscribe();
        split.setDividerPositions(chartShare.get());
        dragging = split.getDividers()
                .getFirst()
                .positionProperty()
                .subscribe(share -> chartShare.set(share.doubleValue()));
    }
}
