package dev.liveticker.desktop.watchlist;

import atlantafx.base.controls.CustomTextField;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The strip above the table: what narrows its rows, how many there are, and the menu of its columns. At first it is as
 * high as it will be, and empty.
 */
final class FilterBar extends HBox {

    private final WatchlistViewModel model;
    private final CustomTextField field = new CustomTextField();
    private final Label count = new Label();
    private final Runnable leave;

    /** @param leave puts the keyboard back into the table */
    FilterBar(WatchlistViewModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
    }

    /**
     * Puts everything into it, once.
     *
     * @param columns the menu of columns
     */
    void fill(ContextMenu columns) {
        buildField();
        count.setId("filter-count");
        count.getStyleClass().add("filter-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Button menu = new Button();
        menu.setId("columns");
        menu.setGraphic(new FontIcon(Feather.COLUMNS));
        menu.getStyleClass().addAll("button-icon", "flat");
        menu.setTooltip(new Tooltip(Texts.of("watchlist.columns")));
        menu.setAccessibleText(Texts.of("watchlist.columns"));
        menu.setOnAction(event -> columns.show(menu, Side.BOTTOM, 0, 0));
        getChildren().addAll(field, count, menu);
        model.rows().subscribe(this::tellCount);
        model.symbols().subscribe(this::tellCount);
        tellCount();
    }

    /** Goes on with what was typed in the table. */
    void begin(String typed) {
        model.filter().set(model.filter().get() + typed);
        field.requestFocus();
        field.end();
    }

    private void buildField() {
        field.setId("filter");
        field.setPromptText(Texts.of("watchlist.filter"));
        field.setAccessibleText(Texts.of("watchlist.filter"));
        field.setLeft(new FontIcon(Feather.FILTER));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().bindBidirectional(model.filter());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.filter().set("");
            leave.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
            leave.run();
            event.consume();
        }
    }

    private void tellCount() {
        int all = model.symbols().size();
        int shown = model.rows().size();
        count.setText(
                shown == all
                        ? Quantity.count(all)
                        : Texts.of("watchlist.filter.count", Quantity.count(shown), Quantity.count(all)));
        count.setAccessibleText(Texts.of("watchlist.filter.spoken", Quantity.count(shown), Quantity.count(all)));
    }
}
