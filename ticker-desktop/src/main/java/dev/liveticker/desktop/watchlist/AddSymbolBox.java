package dev.liveticker.desktop.watchlist;

import atlantafx.base.controls.CustomTextField;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Instrument;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The box one types a symbol or a name into, with what it could mean listed below while one types. */
public final class AddSymbolBox extends StackPane {

    private static final double WIDTH = 300;
    private static final double LEAST_WIDTH = 120;
    private static final double LIST_WIDTH = 380;
    private static final double ROW_HEIGHT = 30;

    private final AddSymbolViewModel model;
    private final ObservableDoubleValue textScale;
    private final CustomTextField field = new CustomTextField();
    private final ListView<Instrument> list = new ListView<>();
    private final Popup popup = new Popup();

    /** @param textScale how large text is against the usual */
    public AddSymbolBox(AddSymbolViewModel model, ObservableDoubleValue textScale) {
        this.model = model;
        this.textScale = textScale;
        getStyleClass().add("add-symbol");
        getChildren().add(field);
        buildField();
        buildPopup();
        model.suggestions().subscribe(this::showOrHide);
        model.problem().subscribe(problem -> {
            if (!problem.isEmpty()) {
                showProblem(problem);
            }
        });
    }

    /** Puts the cursor into the box. */
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private void buildField() {
        field.setId("add-symbol");
        field.setPromptText(Texts.of("add.prompt"));
        field.setAccessibleText(Texts.of("add.prompt"));
        field.setLeft(new FontIcon(Feather.SEARCH));
        setMinWidth(LEAST_WIDTH);
        textScale.subscribe(scale -> setPrefWidth(WIDTH * scale.doubleValue()));
        field.textProperty().bindBidirectional(model.text());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        field.focusedProperty().subscribe(focused -> showOrHide());
    }

    private void buildPopup() {
        list.setId("suggestions");
        list.getStyleClass().addAll("suggestions", "dense");
        list.setAccessibleText(Texts.of("add.suggestions"));
        list.setItems(model.suggestions());
        textScale.subscribe(scale -> {
            list.setFixedCellSize(ROW_HEIGHT * scale.doubleValue());
            list.setPrefWidth(LIST_WIDTH * scale.doubleValue());
        });
        list.setFocusTraversable(false);
        list.setCellFactory(ignored -> new SuggestionCell());
        list.setOnMouseClicked(event -> {
            if (list.getSelectionModel().getSelectedIndex() >= 0) {
                model.highlighted().set(list.getSelectionModel().getSelectedIndex());
                accept();
            }
        });
        model.highlighted().subscribe(index -> list.getSelectionModel().clearAndSelect(index.intValue()));
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // Enter and the arrows belong to the box, which keeps the focus.
        popup.setHideOnEscape(false);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> accept();
            case ESCAPE -> {
                model.text().set("");
                popup.hide();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void accept() {
        if (model.accept()) {
            popup.hide();
        }
    }

    private void showOrHide() {
        if (model.suggestions().isEmpty() || !field.isFocused() || getScene() == null) {
            popup.hide();
            return;
        }
        list.setPrefHeight(model.suggestions().size() * list.getFixedCellSize()
                + 2 * list.getInsets().getTop()
                + 8);
        list.setPlaceholder(null);
        showPopup();
    }

    private void showProblem(String problem) {
        Label text = new Label(problem);
        text.getStyleClass().add("problem");
        list.setPlaceholder(text);
        list.setPrefHeight(list.getFixedCellSize() + 14);
        showPopup();
    }

    private void showPopup() {
        list.getStylesheets().setAll(getScene().getStylesheets());
        if (!popup.isShowing()) {
            Bounds bounds = field.localToScreen(field.getLayoutBounds());
            popup.show(field, bounds.getMinX(), bounds.getMaxY() + 4);
        }
    }

    /** Symbol at the left, name at the right of it. */
    private static final class SuggestionCell extends ListCell<Instrument> {

        private final Label symbol = new Label();
        private final Label name = new Label();
        private final HBox line = new HBox(symbol, name);

        SuggestionCell() {
            symbol.getStyleClass().add("symbol");
            symbol.setMinWidth(96);
            name.getStyleClass().add("subtitle");
            name.setMinWidth(Region.USE_COMPUTED_SIZE);
            HBox.setHgrow(name, Priority.ALWAYS);
            line.getStyleClass().add("suggestion");
        }

        @Override
        protected void updateItem(Instrument instrument, boolean empty) {
            super.updateItem(instrument, empty);
            if (empty || instrument == null) {
                setGraphic(null);
                return;
            }
            symbol.setText(instrument.symbol().text());
            name.setText(instrument.name());
            setGraphic(line);
        }
    }
}
