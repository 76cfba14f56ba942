package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.MicroTime;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.BiFunction;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.converter.DefaultStringConverter;

/** Makes the table's columns: what is in their cells, and how it is written. */
final class ColumnCells {

    private final WatchlistViewModel model;
    private final DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    ColumnCells(WatchlistViewModel model) {
        this.model = model;
    }

    TableColumn<QuoteRow, ?> column(Column column) {
        TableColumn<QuoteRow, ?> made = switch (column) {
            case SYMBOL -> symbol();
            case LAST -> last();
            case CHANGE -> number(column, (row, change) -> row.format().signed(change));
            case PERCENT -> number(column, (row, share) -> arrow(share) + PriceFormat.percent(share));
            case TREND -> trend();
            case BID_SIZE, ASK_SIZE, VOLUME -> number(column, (row, size) -> Quantity.brief(size));
            case BID, ASK, SPREAD, OPEN, HIGH, LOW, PREVIOUS_CLOSE ->
                number(column, (row, price) -> row.format().price(price));
            case TIME -> time();
            case AGE -> age();
            case NOTE -> note();
        };
        made.setId(column.id());
        made.setText(column.title());
        made.setSortable(column.isSortable());
        made.setReorderable(column != Column.SYMBOL);
        made.setEditable(column == Column.NOTE);
        if (column.isNumber() || column == Column.TIME || column == Column.AGE) {
            made.getStyleClass().add("numeric");
        }
        return made;
    }

    private static TableColumn<QuoteRow, String> symbol() {
        TableColumn<QuoteRow, String> column = new TableColumn<>();
        column.setCellValueFactory(features -> features.getValue().caption());
        column.setCellFactory(ignored -> new SymbolCell());
        return column;
    }

    private static TableColumn<QuoteRow, QuoteRow> last() {
        TableColumn<QuoteRow, QuoteRow> column = FigureCell.column();
        column.setCellFactory(ignored -> new LastCell());
        return column;
    }

    private static TableColumn<QuoteRow, QuoteRow> number(Column kind, BiFunction<QuoteRow, BigDecimal, String> text) {
        TableColumn<QuoteRow, QuoteRow> column = FigureCell.column();
        column.setCellFactory(ignored -> new NumberCell(kind, text));
        return column;
    }

    private TableColumn<QuoteRow, Trend> trend() {
        TableColumn<QuoteRow, Trend> column = new TableColumn<>();
        column.setCellValueFactory(features -> features.getValue().trendLine());
        Tooltip hint = new Tooltip(Texts.of("watchlist.column.trend.hint"));
        column.setCellFactory(ignored -> {
            TrendCell cell = new TrendCell(model::wantTrend);
            cell.setTooltip(hint);
            return cell;
        });
        return column;
    }

    private TableColumn<QuoteRow, QuoteRow> time() {
        TableColumn<QuoteRow, QuoteRow> column = FigureCell.column();
        column.setCellFactory(ignored ->
                new TextCell<>(Column.TIME, QuoteRow::time, micros -> time.format(MicroTime.instant(micros))));
        return column;
    }

    private static TableColumn<QuoteRow, QuoteRow> age() {
        TableColumn<QuoteRow, QuoteRow> column = FigureCell.column();
        column.setCellFactory(ignored -> new TextCell<>(Column.AGE, QuoteRow::age, age -> age));
        return column;
    }

    private TableColumn<QuoteRow, String> note() {
        TableColumn<QuoteRow, String> column = new TableColumn<>();
        column.setCellValueFactory(features -> features.getValue().note());
        column.setCellFactory(ignored -> {
            TextFieldTableCell<QuoteRow, String> cell = new TextFieldTableCell<>(new DefaultStringConverter());
            cell.getStyleClass().add(Column.NOTE.id());
            return cell;
        });
        column.setOnEditCommit(event -> model.note(event.getRowValue(), event.getNewValue()));
        return column;
    }

    private static String arrow(BigDecimal share) {
        return switch (PriceFormat.percentSign(share)) {
            case 1 -> "\u25B2 ";
            case -1 -> "\u25BC ";
            default -> "";
        };
    }
}
