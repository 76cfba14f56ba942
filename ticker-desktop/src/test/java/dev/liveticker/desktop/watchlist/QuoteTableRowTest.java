package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Symbol;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Which rows of the table have cells. */
class QuoteTableRowTest {

    private static final double ROW_HEIGHT = 39;
    private static final String NO_CELLS = "no cells";
    private static final String NO_QUOTE = "cells without a quote";

    private final FxRobot robot = new FxRobot();
    private WatchlistViewModel watchlist;
    private TableView<?> table;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            watchlist = new WatchlistViewModel(
                    new FakeFeed(),
                    new InstrumentDirectory(new FakeMarketData(), Runnable::run),
                    Watchlists.of(Stream.of("AAPL", "MSFT", "NVDA")
                            .map(text -> Symbol.parse(text).orElseThrow())
                            .toList()));
            watchlist.filter().set("MSFT");
            WatchlistView view = new WatchlistView(watchlist, new ReadOnlyDoubleWrapper(1));
            stage = new Stage();
            stage.setScene(new Scene(view, 900, 300));
            stage.show();
            table = (TableView<?>) view.lookup("#watchlist-table");
            table.setFixedCellSize(ROW_HEIGHT);
        });
    }

    @AfterEach
    void close() {
        robot.interact(stage::hide);
    }

    /** What is in each row, from the top: its symbol, {@value #NO_QUOTE}, or {@value #NO_CELLS}. */
    private List<String> rows() {
        robot.interact(() -> {
            table.applyCss();
            table.layout();
        });
        return robot.from(table).lookup(".table-row-cell").queryAllAs(QuoteTableRow.class).stream()
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
