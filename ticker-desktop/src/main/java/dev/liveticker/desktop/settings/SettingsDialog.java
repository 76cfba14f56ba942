package dev.liveticker.desktop.settings;

import atlantafx.base.controls.ToggleSwitch;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.Transport;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;

/** The one place for choices. What is chosen is in force at once, so there is nothing to confirm. */
public final class SettingsDialog {

    private static final double WIDTH = 520;
    private static final double LABEL_WIDTH = 120;

    private final SettingsViewModel model;
    private final Function<Transport, String> transportName;
    private final Stage stage = new Stage();

    /** @param transportName what people call a transport */
    public SettingsDialog(SettingsViewModel model, Function<Transport, String> transportName) {
        this.model = model;
        this.transportName = transportName;
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Texts.of("settings.title"));
        stage.setResizable(false);
        Scene scene = new Scene(content());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
        });
        stage.setScene(scene);
        stage.setOnHiding(event -> model.acceptAddress());
    }

    /** @param owner the window it belongs to, whose looks it shares */
    public void show(Window owner) {
        if (stage.getOwner() == null) {
            stage.initOwner(owner);
        }
        stage.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        stage.sizeToScene();
        stage.show();
        stage.setX(owner.getX() + (owner.getWidth() - stage.getWidth()) / 2);
        stage.setY(owner.getY() + (owner.getHeight() - stage.getHeight()) / 3);
    }

    private void close() {
        stage.close();
    }

    private VBox content() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("settings-grid");
        ColumnConstraints labels = new ColumnConstraints(LABEL_WIDTH);
        labels.setHalignment(HPos.LEFT);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(labels, controls);
        int row = 0;
        heading(grid, row++, Texts.of("settings.connection"));
        line(grid, row++, Texts.of("settings.server"), server());
        line(grid, row++, Texts.of("settings.transport"), transport());
        heading(grid, row++, Texts.of("settings.appearance"));
        line(grid, row++, Texts.of("settings.theme"), theme());
        line(grid, row++, Texts.of("settings.flash"), flash());
        Button done = new Button(Texts.of("settings.done"));
        done.setId("settings-done");
        done.setDefaultButton(true);
        done.setOnAction(event -> close());
        HBox buttons = new HBox(done);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(grid, buttons);
        content.getStyleClass().add("settings");
        content.setPrefWidth(WIDTH);
        return content;
    }

    private VBox server() {
        ToggleGroup group = new ToggleGroup();
        RadioButton builtIn = new RadioButton(Texts.of("settings.builtIn"));
        builtIn.setId("server-built-in");
        builtIn.setToggleGroup(group);
        RadioButton remote = new RadioButton(Texts.of("settings.remote"));
        remote.setId("server-remote");
        remote.setToggleGroup(group);
        group.selectToggle(model.builtIn().get() ? builtIn : remote);
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
        group.selectedToggleProperty()
                .subscribe((before, chosen) -> model.builtIn().set(Objects.equals(chosen, builtIn)));
        model.builtIn().subscribe(chosen -> group.selectToggle(chosen ? builtIn : remote));
        remote.setOnAction(event -> address.requestFocus());
        VBox box = new VBox(builtIn, remote, address, token(builtIn), addressNote());
        box.getStyleClass().add("settings-server");
        return box;
    }

    /** Its letters do not show, so that nobody reads them over a shoulder. */
    private PasswordField token(RadioButton builtIn) {
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
        hint.visibleProperty().bind(model.addressProblem().isEmpty());
        Label problem = new Label();
        problem.setId("address-problem");
        problem.getStyleClass().add("problem");
        problem.textProperty().bind(model.addressProblem());
        StackPane note = new StackPane(hint, problem);
        note.setAlignment(Pos.CENTER_LEFT);
        return note;
    }

    private ComboBox<Optional<Transport>> transport() {
        ComboBox<Optional<Transport>> box = new ComboBox<>();
        box.setId("transport");
        box.setAccessibleText(Texts.of("settings.transport"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Transport> transport) {
                return transport == null
                        ? ""
                        : transport.map(transportName).orElseGet(() -> Texts.of("settings.transport.auto"));
            }

            @Override
            public Optional<Transport> fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        box.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<Transport>empty()),
                                Arrays.stream(Transport.values()).map(Optional::of))
                        .toList());
        box.valueProperty().bindBidirectional(model.transport());
        return box;
    }

    private SegmentedButton theme() {
        List<ToggleButton> buttons = Arrays.stream(ThemeChoice.values())
                .map(choice -> {
                    ToggleButton button = new ToggleButton(nameOf(choice));
                    button.setId("theme-" + choice.code());
                    button.setUserData(choice);
                    return button;
                })
                .toList();
        SegmentedButton segments = new SegmentedButton(buttons.toArray(ToggleButton[]::new));
        segments.setAccessibleText(Texts.of("settings.theme"));
        ToggleGroup group = segments.getToggleGroup();
        model.theme()
                .subscribe(choice -> buttons.forEach(button -> button.setSelected(button.getUserData() == choice)));
        group.selectedToggleProperty().subscribe((before, chosen) -> {
            if (chosen == null) {
                // One is always chosen: pressing it again changes nothing.
                group.selectToggle(before);
            } else {
                model.theme().set((ThemeChoice) chosen.getUserData());
            }
        });
        return segments;
    }

    private ToggleSwitch flash() {
        ToggleSwitch flash = new ToggleSwitch();
        flash.setId("flash");
        flash.setAccessibleText(Texts.of("settings.flash"));
        flash.selectedProperty().bindBidirectional(model.flash());
        return flash;
    }

    private static void heading(GridPane grid, int row, String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("settings-heading");
        grid.add(heading, 0, row, 2, 1);
    }

    private static void line(GridPane grid, int row, String text, Node control) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        GridPane.setValignment(label, control instanceof VBox ? VPos.TOP : VPos.CENTER);
        grid.addRow(row, label, control);
    }

    private static String nameOf(ThemeChoice choice) {
        return switch (choice) {
            case LIGHT -> Texts.of("settings.theme.light");
            case DARK -> Texts.of("settings.theme.dark");
            case SYSTEM -> Texts.of("settings.theme.system");
        };
    }
}
