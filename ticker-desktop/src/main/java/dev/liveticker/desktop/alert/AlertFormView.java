package dev.liveticker.desktop.alert;

import dev.liveticker.desktop.completion.CompletionPopup;
import dev.liveticker.desktop.fit.LetterSize;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.AlertCondition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The form of an alert, which reads as a sentence: when AAPL rises to 190, say this. */
final class AlertFormView extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** In widths of the text's height. */
    private static final double ROOM_FOR_TWO = 26;

    private final AlertFormViewModel model;
    private final TextField symbol = new TextField();
    private final TextField level = new TextField();

    /**
     * @param textScale how large text is against the usual
     * @param close puts it away without asking for anything
     */
    AlertFormView(AlertFormViewModel model, ObservableDoubleValue textScale, Runnable close) {
        this.model = model;
        setId("alert-form");
        getStyleClass().add("alert-form");
        getChildren().addAll(terms(), notes(), foot(close));
        new CompletionPopup(symbol, model.completion(), textScale, model.completion()::complete);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /** Puts the cursor where something is missing. */
    void focusFirst() {
        TextField first = symbol.getText().isEmpty() ? symbol : level;
        first.requestFocus();
        first.selectAll();
    }

    private FlowPane terms() {
        symbol.setId("alert-symbol");
        symbol.setPrefColumnCount(5);
        symbol.setPromptText(Texts.of("alert.form.symbol"));
        symbol.setAccessibleText(Texts.of("alert.form.symbol"));
        symbol.textProperty().bindBidirectional(model.symbol());
        symbol.setOnAction(event -> model.submit());
        ComboBox<AlertCondition> condition = new ComboBox<>();
        condition.setId("alert-condition");
        condition.getItems().setAll(AlertCondition.values());
        condition.setConverter(new Verbs());
        condition.setAccessibleText(Texts.of("alert.form.condition"));
        condition.valueProperty().bindBidirectional(model.condition());
        level.setId("alert-level");
        level.setPrefColumnCount(6);
        level.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.condition().get().percent()
                                ? Texts.of("alert.form.percent")
                                : Texts.of("alert.form.price"),
                        model.condition()));
        level.accessibleTextProperty().bind(level.promptTextProperty());
        level.textProperty().bindBidirectional(model.level());
        level.setOnAction(event -> model.submit());
        FlowPane line = new FlowPane(symbol, condition, level);
        line.getStyleClass().add("alert-form-line");
        // Large text in a small window: the longest words are cut off rather than the form.
        line.setMinWidth(0);
        condition.maxWidthProperty().bind(line.widthProperty());
        return line;
    }

    /**
     * Side by side, or where there is little room below each other.
     *
     * @param side at the right, or below
     */
    private Node beside(Region first, Region side) {
        HBox line = new HBox(side);
        line.getStyleClass().add("alert-form-line");
        line.setAlignment(Pos.CENTER_RIGHT);
        VBox all = new VBox(line);
        all.getStyleClass().add("alert-form-line");
        first.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(first, Priority.ALWAYS);
        Runnable arrange = () -> {
            boolean narrow = getWidth() < ROOM_FOR_TWO * level.getFont().getSize();
            side.setMinWidth(narrow ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
            if (narrow && !all.getChildren().contains(first)) {
                line.getChildren().remove(first);
                all.getChildren().addFirst(first);
            } else if (!narrow && !line.getChildren().contains(first)) {
                all.getChildren().remove(first);
                line.getChildren().addFirst(first);
            }
        };
        line.getChildren().addFirst(first);
        widthProperty().subscribe(arrange);
        LetterSize.follow(level, arrange);
        return all;
    }

    private Node notes() {
        TextField note = new TextField();
        note.setId("alert-note");
        note.setPromptText(Texts.of("alert.form.note"));
        note.setAccessibleText(Texts.of("alert.form.note"));
        note.textProperty().bindBidirectional(model.note());
        note.setOnAction(event -> model.submit());
        CheckBox repeat = new CheckBox(Texts.of("alert.form.repeat"));
        repeat.setId("alert-repeat");
        repeat.setWrapText(true);
        repeat.selectedProperty().bindBidirectional(model.repeat());
        return beside(note, repeat);
    }

    private Node foot(Runnable close) {
        Label said = new Label();
        said.setId("alert-form-said");
        said.getStyleClass().add("alert-form-said");
        said.setWrapText(true);
        said.textProperty()
                .bind(Bindings.when(model.problem().isEmpty())
                        .then(model.hint())
                        .otherwise(model.problem()));
        model.problem().subscribe(problem -> said.pseudoClassStateChanged(WRONG, !problem.isEmpty()));
        Button cancel = new Button(Texts.of("alert.form.cancel"));
        cancel.setId("alert-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> close.run());
        Button submit = new Button(model.changing() ? Texts.of("alert.form.change") : Texts.of("alert.form.set"));
        submit.setId("alert-submit");
        submit.getStyleClass().add("accent");
        submit.setMinWidth(USE_PREF_SIZE);
        submit.setOnAction(event -> model.submit());
        FlowPane buttons = new FlowPane(cancel, submit);
        buttons.getStyleClass().add("alert-form-line");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        // One beside the other as long as there is room.
        buttons.prefWrapLengthProperty()
                .bind(cancel.widthProperty().add(buttons.hgapProperty()).add(submit.widthProperty()));
        return beside(said, buttons);
    }

    /** Conditions in words. */
    private static final class Verbs extends StringConverter<AlertCondition> {

        @Override
        public String toString(@Nullable AlertCondition condition) {
            return condition == null ? "" : AlertWords.verb(condition);
        }

        @Override
        public AlertCondition fromString(String words) {
            for (AlertCondition condition : AlertCondition.values()) {
                if (AlertWords.verb(condition).equals(words)) {
                    return condition;
                }
            }
            throw new IllegalArgumentException("not a condition: " + words);
        }
    }
}
