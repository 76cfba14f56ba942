package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;

/**
 * The columns of positions and of totals: what is in them, how wide they are, and which give way where there is little
 * room.
 */
final class FigureColumns<R extends FigureRow> {

    /** Of usual text size, in pixels. */
    private static final double TITLE_WIDTH = 84;

    private static final double SCROLL_BAR = 12;
    private static final double PADDING = 13;
    private static final double DIGIT = 8.4;
    private static final double NARROW = 4.6;
    private static final double BROAD = 12.5;

    private static final Comparator<BigDecimal> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<BigDecimal> ABSENT_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    /** What matters most comes first. */
    private static final List<Figure> BY_WORTH = List.of(
            Figure.VALUE,
            Figure.UNREALISED,
            Figure.QUANTITY,
            Figure.DAY,
            Figure.PERCENT,
            Figure.LAST,
            Figure.AVERAGE,
            Figure.REALISED,
            Figure.COST);

    private final ObservableDoubleValue textScale;
    private Map<Figure, String> widest = Map.of();
    private final TableColumn<R, String> title;
    private final Map<Figure, TableColumn<R, BigDecimal>> columns = new EnumMap<>(Figure.class);

    /** @param textScale how large text is against the usual */
    FigureColumns(ObservableDoubleValue textScale) {
        this.textScale = textScale;
        title = new TableColumn<>(Texts.of("portfolio.column.symbol"));
        title.setId("symbol");
        title.setReorderable(false);
        title.setCellValueFactory(features -> features.getValue().title());
        title.setCellFactory(ignored -> new TitleCell<>());
        for (Figure figure : Figure.values()) {
            columns.put(figure, column(figure));
        }
        textScale.subscribe(scale -> resize());
    }

    List<TableColumn<R, ?>> all() {
        List<TableColumn<R, ?>> all = new ArrayList<>();
        all.add(title);
        all.addAll(columns.values());
        return all;
    }

    /** Makes room for these texts; without any, columns are as wide as usual. */
    void hold(Map<Figure, String> texts) {
        widest = texts;
        resize();
    }

    /** Shows as many columns as the width holds whole; those that matter least go first. */
    void fit(double width) {
        double room = width - (SCROLL_BAR + TITLE_WIDTH) * textScale.get();
        boolean full = false;
        for (Figure figure : BY_WORTH) {
            double needed = width(figure) * textScale.get();
            full = full || needed > room;
            room -= needed;
            TableColumn<R, BigDecimal> column = columns.get(figure);
            if (column != null) {
                column.setVisible(!full);
            }
        }
    }

    private void resize() {
        double scale = textScale.get();
        title.setMinWidth(TITLE_WIDTH * scale);
        columns.forEach((figure, column) -> {
            double width = width(figure) * scale;
            column.setMinWidth(0);
            column.setMaxWidth(width);
            column.setMinWidth(width);
            column.setPrefWidth(width);
        });
    }

    private static <R extends FigureRow> TableColumn<R, BigDecimal> column(Figure figure) {
        TableColumn<R, BigDecimal> column = new TableColumn<>(heading(figure));
        column.setId(figure.name().toLowerCase(Locale.ROOT));
        column.setReorderable(false);
        column.getStyleClass().add("numeric");
        column.setCellValueFactory(features -> features.getValue().figure(figure));
        column.setCellFactory(ignored -> new FigureCell<>(figure));
        // Downward, the table turns around what the comparator says; what is absent is to come last all the same.
        column.setComparator(
                (a, b) -> (column.getSortType() == SortType.ASCENDING ? ABSENT_LAST : ABSENT_FIRST).compare(a, b));
        return column;
    }

    private double width(Figure figure) {
        return Math.max(usual(figure), PADDING + length(widest.getOrDefault(figure, "")));
    }

    private static double usual(Figure figure) {
        return switch (figure) {
            case QUANTITY -> 62;
            case PERCENT -> 70;
            case AVERAGE, LAST -> 78;
            case UNREALISED, DAY, REALISED -> 80;
            case COST, VALUE -> 82;
        };
    }

    /** Digits and signs are all as wide as each other, and so are what parts them. */
    private static double length(String text) {
        return text.chars()
                .mapToDouble(c -> c == '.' || c == ',' || c == ' ' ? NARROW : c == '%' ? BROAD : DIGIT)
                .sum();
    }

    private static String heading(Figure figure) {
        return switch (figure) {
            case QUANTITY -> Texts.of("portfolio.column.quantity");
            case AVERAGE -> Texts.of("portfolio.column.average");
            case LAST -> Texts.of("portfolio.column.last");
            case COST -> Texts.of("portfolio.column.cost");
            case VALUE -> Texts.of("portfolio.column.value");
            case UNREALISED -> Texts.of("portfolio.column.unrealised");
            case PERCENT -> Texts.of("portfolio.column.percent");
            case DAY -> Texts.of("portfolio.column.day");
            case REALISED -> Texts.of("portfolio.column.realised");
        };
    }
}
