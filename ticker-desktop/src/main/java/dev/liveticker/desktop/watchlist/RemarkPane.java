package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What the list has to say, laid over its lower end, with the way back where there is one. */
final class RemarkPane extends HBox {

    RemarkPane(WatchlistViewModel model) {
        Label text = new Label();
        text.setId("remark");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button undo = new Button(Texts.of("watchlist.undo"));
        undo.setId("undo");
        undo.getStyleClass().addAll("flat", "accent", "small");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(event -> model.undo());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(text, gap, undo);
        getStyleClass().add("undo-notice");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        managedProperty().bind(visibleProperty());
        model.remark().subscribe(remark -> {
            setVisible(!remark.isEmpty());
            undo.setVisible(remark.undoable());
            undo.setManaged(remark.undoable());
            text.setText(remark.text());
        });
    }
}
