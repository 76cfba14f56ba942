package dev.liveticker.desktop.watchlist;

import atlantafx.base.controls.CustomTextField;
import dev.liveticker.desktop.completion.CompletionPopup;
import dev.liveticker.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The box one types a symbol or a name into, with what it could mean listed below while one types. */
public final class AddSymbolBox extends StackPane {

    private static final double WIDTH = 300;
    private static final double LEAST_WIDTH = 120;

    /** In widths of the text's height; a prompt is cut off without a sign that it is. */
    private static final double ROOM_FOR_WORDS = 14;

    private final CustomTextField field = new CustomTextField();

    /** @param textScale how large text is against the usual */
    public AddSymbolBox(AddSymbolViewModel model, ObservableDoubleValue textScale) {
        getStyleClass().add("add-symbol");
        getChildren().add(field);
        field.setId("add-symbol");
        field.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> isWide() ? Texts.of("add.prompt") : Texts.of("add.prompt.short"),
                        field.widthProperty(),
                        field.fontProperty()));
        field.setAccessibleText(Texts.of("add.prompt"));
        field.setLeft(new FontIcon(Feather.SEARCH));
        setMinWidth(LEAST_WIDTH);
        textScale.subscribe(scale -> setPrefWidth(WIDTH * scale.doubleValue()));
        field.textProperty().bindBidirectional(model.text());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.text().set("");
                event.consume();
            }
        });
        CompletionPopup popup = new CompletionPopup(field, model.completion(), textScale, model::accept);
        model.problem().subscribe(problem -> {
            if (!problem.isEmpty()) {
                popup.say(problem);
            }
        });
    }

    private boolean isWide() {
        return field.getWidth() >= ROOM_FOR_WORDS * field.getFont().getSize();
    }

    /** Puts the cursor into the box. */
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }
}
