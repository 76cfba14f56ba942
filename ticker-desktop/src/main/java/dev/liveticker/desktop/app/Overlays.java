package dev.liveticker.desktop.app;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The main view, and what is laid over it now and then. */
final class Overlays extends StackPane {

    Overlays(MainView view, Node hint, Node palette) {
        getChildren().addAll(view, hint, palette);
        StackPane.setAlignment(hint, Pos.BOTTOM_RIGHT);
        getStyleClass().add("overlays");
    }
}
