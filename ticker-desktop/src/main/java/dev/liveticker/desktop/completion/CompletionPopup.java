package dev.liveticker.desktop.completion;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Instrument;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;

/** The suggestions below a field, which keeps the keyboard: arrows walk through them, Enter or a click takes one. */
public final class CompletionPopup {

    private static final double WIDTH = 380;
    private static final double ROW_HEIGHT = 30;
    private static final double BORDER = 8;
    private static final double GAP = 4;

    private final TextField field;
    private final Completion completion;
    private final ObservableDoubleValue textScale;
    private final BooleanSupplier take;
    private final ListView<Instrument> list = new ListView<>();
    private final Popup popup = new Popup();

    /**
     * @param textScale how large text is against the usual
     * @param take takes what is highlighted, or what is typed; whether that was something
     */
    public CompletionPopup(
            TextField field, Completion completion, ObservableDoubleValue textScale, BooleanSupplier take) {
        this.field = field;
        this.completion = completion;
        this.textScale = textScale;
        this.take = take;
        list.setId("suggestions");
        list.getStyleClass().addAll("suggestions", "dense");
        list.setAccessibleText(Texts.of("add.suggestions"));
        list.setItems(completion.suggestions());
        list.setFocusTraversable(false);
        list.setCellFactory(ignored -> new SuggestionCell());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                clicked();
            }
        });
        completion.highlighted().subscribe(index -> list.getSelectionModel().clearAndSelect(index.intValue()));
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // Keys belong to the field, which keeps the focus.
        popup.setHideOnEscape(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        field.focusedProperty().subscribe(focused -> showOrHide());
        completion.suggestions().subscribe(this::showOrHide);
    }

    /** Says below the field why nothing could be taken. */
    public void say(String problem) {
        Label text = new Label(problem);
        text.getStyleClass().add("problem");
        list.setPlaceholder(text);
        show(1);
    }

    private void press(KeyEvent event) {
        boolean meant = switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> take();
            case ESCAPE -> close();
            default -> false;
        };
        if (meant) {
            event.consume();
        }
    }

    private boolean move(int steps) {
        completion.move(steps);
        return !completion.suggestions().isEmpty();
    }

    private boolean take() {
        boolean taken = take.getAsBoolean();
        if (taken) {
            popup.hide();
        }
        return taken;
    }

    private boolean close() {
        boolean open = popup.isShowing();
        completion.clear();
        popup.hide();
        return open;
    }

    private void clicked() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            completion.highlighted().set(index);
            take();
        }
    }

    private void showOrHide() {
        if (completion.suggestions().isEmpty() || !field.isFocused() || field.getScene() == null) {
            popup.hide();
        } else {
            list.setPlaceholder(null);
            show(completion.suggestions().size());
        }
    }

    private void show(int rows) {
        list.setFixedCellSize(ROW_HEIGHT * textScale.get());
        list.setPrefWidth(WIDTH * textScale.get());
        list.setPrefHeight(rows * list.getFixedCellSize() + 2 * list.getInsets().getTop() + BORDER);
        if (!popup.isShowing()) {
            Bounds bounds = field.localToScreen(field.getLayoutBounds());
            popup.show(field, bounds.getMinX(), bounds.getMaxY() + GAP);
        }
    }
}
