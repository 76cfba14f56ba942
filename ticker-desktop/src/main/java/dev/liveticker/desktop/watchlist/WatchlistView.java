package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The watchlist as a table below the box that narrows it, with remarks laid over its lower end. At first it is the
 * table alone.
 */
public final class WatchlistView extends VBox {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final WatchlistViewModel model;
    private final TableView<QuoteRow> table = new TableView<>();
    private final TableScroll scroll = new TableScroll(table);
    private final RowDragging dragging;
    private final WatchlistColumns columns;
    private final RowActions actions;
    private final FilterBar filter;
    private final StackPane rows;

    /** @param textScale how large text is against the usual */
    public WatchlistView(WatchlistViewModel model, ObservableDoubleValue textScale) {
        this.model = model;
        ListsViewModel lists = new ListsViewModel(model);
        filter = new FilterBar(model, table::requestFocus);
        dragging = new RowDragging(model, table, scroll);
        getStyleClass().add("watchlist");
        buildTable();
        columns = new WatchlistColumns(model, table, textScale);
        actions = new RowActions(model, lists, table, columns.columnOf(Column.NOTE));
        new TableKeys(model, table, actions, dragging, filter).install();
        rows = new StackPane(table, dragging.line());
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(filter, rows);
        followSelection();
        model.live().subscribe(live -> table.pseudoClassStateChanged(STALE, !live));
        textScale.subscribe(scale -> setMinWidth(WatchlistColumns.LEAST_WIDTH * Math.min(1, scale.doubleValue())));
    }

    /** Makes what prices need not wait for, once. */
    public void complete() {
        ColumnsMenu columnsMenu = new ColumnsMenu(model);
        filter.fill(columnsMenu);
        columns.menu(columnsMenu);
        table.setContextMenu(actions.menu());
        rows.getChildren().add(new RemarkPane(model));
    }

    /** Where the keyboard goes to walk through the list. */
    public void focusTable() {
        table.requestFocus();
    }

    /** Has the menu of a row offer an alert on its symbol. */
    public void onAlert(Consumer<Symbol> wanted) {
        actions.onAlert(wanted);
    }

    /** The columns to be seen, in their order. */
    public List<Column> columns() {
        return columns.shown();
    }

    private void buildTable() {
        table.setId("watchlist-table");
        table.setAccessibleText(Texts.of("watchlist.title"));
        table.getStyleClass().addAll("edge-to-edge", "quotes");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setEditable(true);
        table.setItems(model.rows());
        table.setPlaceholder(emptyState());
        table.setRowFactory(view -> row());
        table.editingCellProperty().subscribe(cell -> model.hold(cell != null));
    }

    private TableRow<QuoteRow> row() {
        QuoteTableRow row = new QuoteTableRow();
        dragging.attach(row);
        // The menu is about the row it was asked for at, whatever its button did before.
        row.setOnContextMenuRequested(asked -> {
            if (!row.isEmpty() && !row.isSelected()) {
                table.getSelectionModel().clearAndSelect(row.getIndex());
            }
        });
        return row;
    }

    private void followSelection() {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !model.isSettling()) {
                model.selected().set(row);
            }
        });
        model.selected().subscribe(this::select);
        // Not by an invalidation, which comes before the table has put its own selection right.
        model.rows().addListener((ListChangeListener<QuoteRow>)
                change -> select(model.selected().get()));
    }

    private void select(@Nullable QuoteRow row) {
        if (table.getSelectionModel().getSelectedItem() == row) {
            return;
        }
        int index = row == null ? -1 : model.rows().indexOf(row);
        if (index < 0) {
            // It is charted still, but the filter hides it.
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(index);
            table.getFocusModel().focus(index);
            scroll.reveal(index);
        }
    }

    private VBox emptyState() {
        Label title = new Label();
        title.getStyleClass().add("empty-title");
        Label hint = new Label();
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        model.symbols().subscribe(() -> tellEmpty(title, hint));
        model.filter().subscribe(typed -> tellEmpty(title, hint));
        VBox box = new VBox(title, hint);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private void tellEmpty(Label title, Label hint) {
        boolean filtered = !model.symbols().isEmpty();
        title.setText(filtered ? Texts.of("watchlist.filter.nothing") : Texts.of("watchlist.empty.title"));
        hint.setText(filtered ? Texts.of("watchlist.filter.hint") : Texts.of("watchlist.empty.hint"));
    }
}
