package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Which server: the built-in one, or one at an address and with a token. */
final class ServerChoice extends VBox {

    private final SettingsViewModel model;
    private final RadioButton builtIn = new RadioButton(Texts.of("settings.builtIn"));
    private final RadioButton remote = new RadioButton(Texts.of("settings.remote"));

    ServerChoice(SettingsViewModel model) {
        this.model = model;
        getStyleClass().add("settings-server");
        choose();
        getChildren().addAll(builtIn, remote, address(), token(), addressNote());
    }

    private void choose() {
        ToggleGroup group = new ToggleGroup();
        builtIn.setId("server-built-in");
        builtIn.setToggleGroup(group);
        builtIn.setWrapText(true);
        remote.setId("server-remote");
        remote.setToggleGroup(group);
        remote.setWrapText(true);
        group.selectToggle(model.builtIn().get() ? builtIn : remote);
        group.selectedToggleProperty()
                .subscribe((before, chosen) -> model.builtIn().set(Objects.equals(chosen, builtIn)));
        model.builtIn().subscribe(chosen -> group.selectToggle(chosen ? builtIn : remote));
    }

    private TextField address() {
        TextField address = new TextField();
        address.setId("server-address");
        address.setPromptText(Texts.of("settings.address.prompt"));
        address.setAccessibleText(Texts.of("settings.address"));
        address.textProperty().bindBidirectional(model.address());
        address.disableProperty().bind(builtIn.selectedProperty());
        address.setOnAction(event -> model.acceptAddress());
        address.focusedProperty().subscribe((before, focused) -> {
            if (!focused && !address.getText().isBlank()) {
                model.acceptAddress();
            }
        });
        remote.setOnAction(event -> address.requestFocus());
        return address;
    }

    /** Its letters do not show, so that nobody reads them over a shoulder. */
    private PasswordField token() {
        PasswordField token = new PasswordField();
        token.setId("server-token");
        token.setPromptText(Texts.of("settings.token.prompt"));
        token.setAccessibleText(Texts.of("settings.token"));
        token.textProperty().bindBidirectional(model.token());
        token.disableProperty().bind(builtIn.selectedProperty());
        token.setOnAction(event -> model.acceptAddress());
        return token;
    }

    /** What is wrong with the address, or else when it will be in force: a line either way, so that nothing moves. */
    private StackPane addressNote() {
        Label hint = new Label(Texts.of("settings.address.hint"));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.visibleProperty().bind(model.addressProblem().isEmpty());
        Label problem = new Label();
        problem.setId("address-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.addressProblem());
        StackPane note = new StackPane(hint, problem);
        note.setAlignment(Pos.CENTER_LEFT);
        return note;
    }
}
