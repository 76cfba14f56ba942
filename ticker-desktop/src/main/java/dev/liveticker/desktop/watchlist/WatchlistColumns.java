package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;

/** The columns of the watchlist: what is in them, how wide they are, and which give way where there is little room. */
final class WatchlistColumns {

    /** Room for symbol, last and the change in both ways. */
    static final double LEAST_WIDTH = 430;

    private static final double SYMBOL_WIDTH = 128;
    private static final double SCROLL_BAR = 14;

    private static final Comparator<BigDecimal> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<BigDecimal> ABSENT_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    private final TableColumn<QuoteRow, String> symbol = symbolColumn();
    private final TableColumn<QuoteRow, BigDecimal> last = number(
            "last",
            Texts.of("column.last"),
            98,
            QuoteRow::last,
            (row, price) -> row.format().price(price));
    private final TableColumn<QuoteRow, BigDecimal> change = number(
            "change",
            Texts.of("column.change"),
            108,
            QuoteRow::change,
            (row, difference) -> row.format().signed(difference));
    private final TableColumn<QuoteRow, BigDecimal> percent = number(
            "percent",
            Texts.of("column.percent"),
            76,
            QuoteRow::percent,
            (row, share) -> arrow(share) + PriceFormat.percent(share));
    private final TableColumn<QuoteRow, BigDecimal> bid = number(
            "bid",
            Texts.of("column.bid"),
            98,
            QuoteRow::bid,
            (row, price) -> row.format().price(price));
    private final TableColumn<QuoteRow, BigDecimal> ask = number(
            "ask",
            Texts.of("column.ask"),
            98,
            QuoteRow::ask,
            (row, price) -> row.format().price(price));
    private final TableColumn<QuoteRow, BigDecimal> volume =
            number("volume", Texts.of("column.volume"), 74, QuoteRow::volume, (row, size) -> Quantity.brief(size));
    private final TableColumn<QuoteRow, String> age = ageColumn();

    List<TableColumn<QuoteRow, ?>> all() {
        return List.of(symbol, last, change, percent, bid, ask, volume, age);
    }

    /** Shows as many columns as the width holds whole; those that matter least go first. */
    void fit(double width) {
        double room = width
                - SCROLL_BAR
                - SYMBOL_WIDTH
                - last.getPrefWidth()
                - change.getPrefWidth()
                - percent.getPrefWidth();
        boolean withVolume = room >= volume.getPrefWidth();
        room -= withVolume ? volume.getPrefWidth() : 0;
        boolean withAge = withVolume && room >= age.getPrefWidth();
        room -= withAge ? age.getPrefWidth() : 0;
        boolean withSpread = withAge && room >= bid.getPrefWidth() + ask.getPrefWidth();
        volume.setVisible(withVolume);
        age.setVisible(withAge);
        bid.setVisible(withSpread);
        ask.setVisible(withSpread);
    }

    private static String arrow(BigDecimal share) {
        return switch (share.signum()) {
            case 1 -> "\u25B2 ";
            case -1 -> "\u25BC ";
            default -> "";
        };
    }

    private static TableColumn<QuoteRow, String> symbolColumn() {
        TableColumn<QuoteRow, String> column = new TableColumn<>(Texts.of("column.symbol"));
        column.setId("symbol");
        column.setMinWidth(SYMBOL_WIDTH);
        column.setPrefWidth(SYMBOL_WIDTH + 20);
        column.setReorderable(false);
        column.setCellValueFactory(features -> features.getValue().name());
        column.setCellFactory(ignored -> new SymbolCell());
        return column;
    }

    private static TableColumn<QuoteRow, BigDecimal> number(
            String id,
            String title,
            double width,
            Function<QuoteRow, ObservableValue<BigDecimal>> value,
            BiFunction<QuoteRow, BigDecimal, String> text) {
        TableColumn<QuoteRow, BigDecimal> column = new TableColumn<>(title);
        column.setId(id);
        fix(column, width);
        column.setCellValueFactory(features -> value.apply(features.getValue()));
        column.setCellFactory(ignored -> new NumberCell(id, text));
        // Downward, the table turns around what the comparator says; what is absent is to come last all the same.
        column.setComparator(
                (a, b) -> (column.getSortType() == SortType.ASCENDING ? ABSENT_LAST : ABSENT_FIRST).compare(a, b));
        return column;
    }

    private static TableColumn<QuoteRow, String> ageColumn() {
        TableColumn<QuoteRow, String> column = new TableColumn<>(Texts.of("column.age"));
        column.setId("age");
        fix(column, 64);
        column.setCellValueFactory(features -> features.getValue().age());
        column.setCellFactory(ignored -> new AgeCell());
        column.setSortable(false);
        return column;
    }

    private static void fix(TableColumn<QuoteRow, ?> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        column.setReorderable(false);
        column.getStyleClass().add("numeric");
    }
}
