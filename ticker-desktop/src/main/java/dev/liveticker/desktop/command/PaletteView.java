package dev.liveticker.desktop.command;

import atlantafx.base.controls.CustomTextField;
import dev.liveticker.desktop.text.Texts;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The palette, laid over the window while it is open. A click beside it closes it. */
public final class PaletteView extends StackPane {

    private static final int ROWS_IN_VIEW = 10;

    private final PaletteViewModel model;
    private final CustomTextField field = new CustomTextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Label nothing = new Label();
    private final VBox card = new VBox(field, list, nothing);
    private @Nullable Node before;

    public PaletteView(PaletteViewModel model) {
        this.model = model;
        getStyleClass().add("palette-layer");
        card.getStyleClass().add("palette");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                model.close();
                event.consume();
            }
        });
        buildField();
        buildList();
        buildNothing();
        setVisible(false);
        managedProperty().bind(visibleProperty());
        model.open().subscribe(this::show);
    }

    private void buildField() {
        field.setId("palette-field");
        field.setPromptText(Texts.of("command.prompt"));
        field.setAccessibleText(Texts.of("command.prompt"));
        field.setLeft(new FontIcon(Feather.SEARCH));
        field.textProperty().bindBidirectional(model.text());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.highlighted().subscribe(ignored -> field.setAccessibleHelp(model.spoken()));
    }

    private void buildList() {
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setAccessibleText(Texts.of("command.answers"));
        list.setItems(model.entries());
        list.setFocusTraversable(false);
        list.setCellFactory(ignored -> new PaletteCell());
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(this::listHeight, model.entries(), list.fixedCellSizeProperty()));
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setOnMouseClicked(event -> {
            int clicked = list.getSelectionModel().getSelectedIndex();
            if (event.getButton() == MouseButton.PRIMARY && clicked >= 0) {
                model.highlighted().set(clicked);
                model.accept();
            }
        });
        model.highlighted().subscribe(index -> {
            list.getSelectionModel().clearAndSelect(index.intValue());
            if (index.intValue() >= 0) {
                list.scrollTo(Math.max(0, index.intValue() - ROWS_IN_VIEW / 2));
            }
        });
        list.visibleProperty().bind(Bindings.isNotEmpty(model.entries()));
        list.managedProperty().bind(list.visibleProperty());
    }

    private void buildNothing() {
        nothing.setId("palette-nothing");
        nothing.getStyleClass().add("palette-nothing");
        nothing.setWrapText(true);
        nothing.textProperty().bind(model.text().map(typed -> Texts.of("command.nothing", typed.strip())));
        nothing.visibleProperty().bind(Bindings.isEmpty(model.entries()));
        nothing.managedProperty().bind(nothing.visibleProperty());
    }

    private double listHeight() {
        double row = Math.max(1, list.getFixedCellSize());
        return Math.min(ROWS_IN_VIEW, model.entries().size()) * row + 2;
    }

    private void show(boolean open) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        setVisible(open);
        if (open) {
            // Only now part of the window, which is painted sooner without it.
            if (getChildren().isEmpty()) {
                getChildren().add(card);
            }
            before = owner;
            field.requestFocus();
        } else if (owner == null || owner.equals(field)) {
            // Back to where the keyboard was, unless somebody has put it elsewhere meanwhile.
            Node last = before;
            before = null;
            if (last != null && Objects.equals(last.getScene(), getScene())) {
                last.requestFocus();
            }
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(ROWS_IN_VIEW);
            case PAGE_UP -> model.move(-ROWS_IN_VIEW);
            case ENTER -> model.accept();
            case ESCAPE -> model.close();
            // There is nowhere else to go until it closes.
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }
}
