package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import java.util.function.LongSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The watchlist as a table, with the way back from a removal laid over its lower end. */
public final class WatchlistView extends StackPane {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final double ROW_HEIGHT = 40;

    private final WatchlistViewModel model;
    private final LongSupplier nanoClock;
    private final TableView<QuoteRow> table = new TableView<>();

    /** @param nanoClock monotonic nanoseconds, the same clock as the model's */
    public WatchlistView(WatchlistViewModel model, LongSupplier nanoClock) {
        this.model = model;
        this.nanoClock = nanoClock;
        getStyleClass().add("watchlist");
        getChildren().addAll(table, undoNotice());
        buildTable();
        followSelection();
        model.live().subscribe(live -> table.pseudoClassStateChanged(STALE, !live));
        setMinWidth(WatchlistColumns.LEAST_WIDTH);
    }

    /** Where the keyboard goes to walk through the list. */
    public void focusTable() {
        table.requestFocus();
    }

    private void buildTable() {
        table.setId("watchlist-table");
        table.setAccessibleText(Texts.of("watchlist.title"));
        table.getStyleClass().addAll("edge-to-edge", "quotes");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setItems(model.rows());
        WatchlistColumns columns = new WatchlistColumns();
        table.getColumns().setAll(columns.all());
        table.widthProperty().subscribe(width -> columns.fit(width.doubleValue()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setSortPolicy(sorted -> {
            model.sortBy(sorted.getComparator());
            return true;
        });
        table.setPlaceholder(emptyState());
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                removeSelected();
                event.consume();
            }
        });
    }

    private TableRow<QuoteRow> row() {
        TableRow<QuoteRow> row = new TableRow<>() {
            @Override
            protected void updateItem(QuoteRow item, boolean empty) {
                super.updateItem(item, empty);
                accessibleTextProperty().unbind();
                boolean unknown = false;
                if (item != null && !empty) {
                    unknown = item.standing().get() == QuoteRow.Standing.UNKNOWN;
                    accessibleTextProperty().bind(item.last().map(ignored -> item.spoken()));
                }
                pseudoClassStateChanged(UNKNOWN, unknown);
            }
        };
        row.itemProperty()
                .flatMap(QuoteRow::standing)
                .subscribe(standing -> row.pseudoClassStateChanged(UNKNOWN, standing == QuoteRow.Standing.UNKNOWN));
        ContextMenu menu = contextMenu(row);
        row.emptyProperty().subscribe(empty -> row.setContextMenu(empty ? null : menu));
        return row;
    }

    private ContextMenu contextMenu(TableRow<QuoteRow> row) {
        MenuItem copy = new MenuItem(Texts.of("watchlist.copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.getItem().symbol().text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        MenuItem remove = new MenuItem(Texts.of("watchlist.remove"));
        remove.setAccelerator(KeyCombination.keyCombination("Delete"));
        remove.setOnAction(event -> model.remove(row.getItem(), nanoClock.getAsLong()));
        return new ContextMenu(copy, remove);
    }

    private void removeSelected() {
        QuoteRow row = model.selected().get();
        if (row != null) {
            model.remove(row, nanoClock.getAsLong());
        }
    }

    private void followSelection() {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selected().set(row);
            }
        });
        model.selected().subscribe(this::select);
        model.rows().subscribe(() -> select(model.selected().get()));
    }

    private void select(QuoteRow row) {
        if (row == null) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedItem() != row) {
            int index = model.rows().indexOf(row);
            if (index >= 0) {
                table.getSelectionModel().clearAndSelect(index);
                table.getFocusModel().focus(index);
                table.scrollTo(index);
            }
        }
    }

    private HBox undoNotice() {
        Label text = new Label();
        Button undo = new Button(Texts.of("watchlist.undo"));
        undo.setId("undo");
        undo.getStyleClass().addAll("flat", "accent", "small");
        undo.setOnAction(event -> model.undo());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox notice = new HBox(text, gap, undo);
        notice.getStyleClass().add("undo-notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        notice.visibleProperty().bind(model.offered().isNotNull());
        notice.managedProperty().bind(notice.visibleProperty());
        model.offered().subscribe(removal -> {
            if (removal != null) {
                text.setText(
                        Texts.of("watchlist.removed", removal.row().symbol().text()));
            }
        });
        return notice;
    }

    private static VBox emptyState() {
        Label title = new Label(Texts.of("watchlist.empty.title"));
        title.getStyleClass().add("empty-title");
        Label hint = new Label(Texts.of("watchlist.empty.hint"));
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        VBox box = new VBox(title, hint);
        box.getStyleClass().add("empty-state");
        return box;
    }
}
