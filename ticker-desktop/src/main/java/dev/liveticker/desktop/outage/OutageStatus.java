package dev.liveticker.desktop.outage;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** What is simulated at the moment, for the status bar; not there when nothing is. */
public final class OutageStatus extends Label {

    public OutageStatus(OutageViewModel model) {
        setId("outage-status");
        getStyleClass().add("outage-status");
        setMaxHeight(Double.MAX_VALUE);
        textProperty().bind(model.status());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.status());
        setTooltip(whole);
        visibleProperty().bind(model.active());
        managedProperty().bind(visibleProperty());
    }
}
