package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The address that is asked for newer versions. */
final class UpdateChoice extends VBox {

    UpdateChoice(UpdateSettings model) {
        TextField address = new TextField();
        address.setId("update-address");
        address.setPromptText(Texts.of("settings.updates.prompt"));
        address.setAccessibleText(Texts.of("settings.updates"));
        address.textProperty().bindBidirectional(model.address());
        address.setOnAction(event -> model.accept());
        address.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                model.accept();
            }
        });
        Label problem = new Label();
        problem.setId("update-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getStyleClass().add("setting-below");
        getChildren().addAll(address, problem);
    }
}
