package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Symbol;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Which rows of the table have cells. */
class QuoteTableRowTest {

    private static final String NO_CELLS = "no cells";
    private static final String NO_QUOTE = "cells without a quote";

    private final FxRobot robot = new FxRobot();
    private OpenWatchlist open;
    private WatchlistViewModel watchlist;

    @BeforeEach
    void open() throws Exception {
        List<Symbol> symbols = Stream.of("AAPL", "MSFT", "NVDA")
                .map(text -> Symbol.parse(text).orElseThrow())
                .toList();
        open = OpenWatchlist.of(symbols, model -> model.filter().set("MSFT"));
        watchlist = open.model();
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** What is in each row, from the top: its symbol, {@value #NO_QUOTE}, or {@value #NO_CELLS}. */
    private List<String> rows() {
        open.layOut();
        return robot.from(open.table()).lookup(".table-row-cell").queryAllAs(QuoteTableRow.class).stream()
                .filter(row -> row.getIndex() >= 0)
                .sorted(Comparator.comparingInt(QuoteTableRow::getIndex))
                .map(row -> row.lookup(".table-cell") == null
                        ? NO_CELLS
                        : row.isEmpty() ? NO_QUOTE : row.getItem().symbol().toString())
                .toList();
    }

    @Test
    void one_without_a_quote_has_no_cells_until_it_has_one() {
        List<String> before = rows();
        assertThat(before).startsWith("MSFT", NO_CELLS, NO_CELLS, NO_CELLS).doesNotContain(NO_QUOTE);

        robot.interact(() -> watchlist.filter().set(""));

        assertThat(rows()).startsWith("AAPL", "MSFT", "NVDA", NO_CELLS).hasSameSizeAs(before);
    }

    @Test
    void one_whose_quote_went_away_keeps_its_cells_and_shows_it_no_more() {
        robot.interact(() -> watchlist.filter().set(""));
        rows();

        robot.interact(() -> watchlist.filter().set("AAPL"));

        assertThat(rows()).startsWith("AAPL", NO_QUOTE, NO_QUOTE, NO_CELLS);
    }
}
