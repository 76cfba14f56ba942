package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.watchlist.ColumnLayout.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The table's columns, kept as the list's layout has them, and the layout told what a person does with them. */
final class WatchlistColumns {

    /** Room for symbol, last and the change in both ways, in pixels of the usual size of text. */
    static final double LEAST_WIDTH = 430;

    /** The symbol takes what others leave, but gives so much back first. */
    private static final double SYMBOL_GIVES = 20;

    private static final double SCROLL_BAR = 14;
    private static final double FITTED = 80;

    private final WatchlistViewModel model;
    private final TableView<QuoteRow> table;
    private final ObservableDoubleValue textScale;
    private final Map<Column, TableColumn<QuoteRow, ?>> columns = new EnumMap<>(Column.class);
    /** While the layout is put on the table, and before, what the table does is not a person's doing. */
    private boolean applying = true;

    WatchlistColumns(WatchlistViewModel model, TableView<QuoteRow> table, ObservableDoubleValue textScale) {
        this.model = model;
        this.table = table;
        this.textScale = textScale;
        ColumnCells cells = new ColumnCells(model);
        for (Column column : Column.values()) {
            TableColumn<QuoteRow, ?> made = cells.column(column);
            made.widthProperty().addListener((width, before, now) -> widened(column, now.doubleValue()));
            columns.put(column, made);
        }
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setSortPolicy(sorted -> {
            sorted();
            return true;
        });
        table.getColumns().subscribe(this::reordered);
        table.widthProperty().subscribe(width -> fit());
        textScale.subscribe(scale -> apply());
        model.layout().subscribe(layout -> apply());
    }

    /** Has each heading show it. */
    void menu(ContextMenu menu) {
        columns.values().forEach(column -> column.setContextMenu(menu));
    }

    /** The columns to be seen, in their order. */
    List<Column> shown() {
        return order().stream().filter(column -> columnOf(column).isVisible()).toList();
    }

    TableColumn<QuoteRow, ?> columnOf(Column column) {
        TableColumn<QuoteRow, ?> found = columns.get(column);
        if (found == null) {
            throw new IllegalArgumentException("no column: " + column);
        }
        return found;
    }

    private void apply() {
        ColumnLayout layout = model.layout().get();
        applying = true;
        try {
            List<TableColumn<QuoteRow, ?>> ordered = new ArrayList<>();
            layout.order().forEach(column -> ordered.add(columnOf(column)));
            if (!ordered.equals(table.getColumns())) {
                table.getColumns().setAll(ordered);
            }
            applySort(layout.sort());
        } finally {
            applying = false;
        }
        fit();
    }

    private void applySort(ColumnLayout.@Nullable Sort sort) {
        if (Objects.equals(sort, tableSort())) {
            return;
        }
        if (sort == null) {
            table.getSortOrder().clear();
        } else {
            TableColumn<QuoteRow, ?> column = columnOf(sort.column());
            column.setSortType(sort.descending() ? SortType.DESCENDING : SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        }
    }

    /** Shows what there is room for, and gives the symbol what is left. */
    private void fit() {
        double scale = textScale.get();
        double room = table.getWidth() / scale - SCROLL_BAR;
        ColumnLayout layout = model.layout().get();
        boolean ownWidth = layout.place(Column.SYMBOL).width() > 0;
        Set<Column> shown = layout.fit(ownWidth ? room : room + SYMBOL_GIVES);
        double others = 0;
        applying = true;
        try {
            for (Place place : layout.places()) {
                TableColumn<QuoteRow, ?> column = columnOf(place.column());
                boolean visible = shown.contains(place.column());
                column.setVisible(visible);
                column.setMinWidth(Place.LEAST_WIDTH * scale);
                if (place.column() != Column.SYMBOL) {
                    setWidth(column, place.widthInUse() * scale);
                    others += visible ? place.widthInUse() : 0;
                }
            }
            double symbol = layout.place(Column.SYMBOL).widthInUse();
            double width = ownWidth ? symbol : Math.max(symbol - SYMBOL_GIVES, room - others);
            setWidth(columnOf(Column.SYMBOL), Math.floor(width * scale));
        } finally {
            applying = false;
        }
        model.captionAges(!shown.contains(Column.AGE));
    }

    private static void setWidth(TableColumn<QuoteRow, ?> column, double width) {
        // JavaFX takes its own default for a wish to have the column fitted to what is in it.
        column.setPrefWidth(width == FITTED ? FITTED + 1 : width);
    }

    private void widened(Column column, double width) {
        if (!applying) {
            // From now on the symbol does not give way, or the edge would run from the mouse that drags it.
            double symbol = columnOf(Column.SYMBOL).getWidth() / textScale.get();
            model.arrange(layout -> layout.withWidth(Column.SYMBOL, symbol).withWidth(column, width / textScale.get()));
        }
    }

    private void reordered() {
        if (!applying && table.getColumns().size() == columns.size()) {
            model.arrange(layout -> layout.withOrder(order()));
        }
    }

    private void sorted() {
        if (!applying) {
            model.sortBy(tableSort());
        }
    }

    private ColumnLayout.@Nullable Sort tableSort() {
        if (table.getSortOrder().isEmpty()) {
            return null;
        }
        TableColumn<QuoteRow, ?> first = table.getSortOrder().getFirst();
        for (Map.Entry<Column, TableColumn<QuoteRow, ?>> entry : columns.entrySet()) {
            if (entry.getValue().equals(first)) {
                return new ColumnLayout.Sort(entry.getKey(), first.getSortType() == SortType.DESCENDING);
            }
        }
        return null;
    }

    private List<Column> order() {
        List<Column> order = new ArrayList<>();
        for (TableColumn<QuoteRow, ?> column : table.getColumns()) {
            columns.forEach((key, value) -> {
                if (value.equals(column)) {
                    order.add(key);
                }
            });
        }
        return order;
    }
}
