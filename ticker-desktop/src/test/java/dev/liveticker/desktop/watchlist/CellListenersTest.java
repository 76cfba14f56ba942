package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Rows live on while cells come and go: what a cell that shows something else now would leave behind adds up. */
class CellListenersTest {

    private static final int ROWS = 80;

    private final FxRobot robot = new FxRobot();
    private final List<Symbol> symbols = IntStream.range(0, ROWS)
            .mapToObj(i -> Symbol.parse("S" + i).orElseThrow())
            .toList();
    private OpenWatchlist open;
    private WatchlistViewModel watchlist;
    private TableView<?> table;
    private int quotes;

    @BeforeEach
    void open() throws Exception {
        open = OpenWatchlist.of(symbols, ignored -> {});
        watchlist = open.model();
        table = open.table();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void scrolled_and_sorted_again_and_again_rows_are_heard_by_no_more_than_before() {
        goRound();
        goRound();
        int before = listeners();

        IntStream.range(0, 20).forEach(ignored -> goRound());

        assertThat(before).as("cells hear of what they show").isPositive();
        assertThat(listeners()).isLessThanOrEqualTo(before);
    }

    @Test
    void a_row_that_is_out_of_sight_is_heard_by_nobody() {
        goRound();
        robot.interact(() -> table.scrollTo(ROWS - 1));
        open.layOut();

        QuoteRow far = watchlist.rows().get(ROWS / 2);
        assertThat(observables(far).mapToInt(ListenerCount::of).sum()).isZero();
    }

    /** To the end and back in steps of a page, quoted on the way, and in another order and back. */
    private void goRound() {
        for (int row : new int[] {0, ROWS / 4, ROWS / 2, ROWS - 1, ROWS / 2, ROWS / 4, 0}) {
            robot.interact(() -> {
                quote();
                table.scrollTo(row);
            });
            open.layOut();
        }
        for (boolean descending : new boolean[] {true, false}) {
            robot.interact(() -> {
                watchlist.sortBy(new ColumnLayout.Sort(Column.LAST, descending));
                watchlist.second(quotes);
            });
            open.layOut();
        }
        robot.interact(() -> {
            watchlist.sortBy(null);
            watchlist.second(quotes);
        });
        open.layOut();
    }

    private void quote() {
        Map<Symbol, QuoteBook.Entry> entries = new HashMap<>();
        for (int i = 0; i < ROWS; i++) {
            String price = Integer.toString(100 + (i * 37 + quotes) % ROWS);
            entries.put(symbols.get(i), Some.entry(symbols.get(i), price, "100", quotes));
        }
        quotes++;
        watchlist.show(entries, quotes);
    }

    private int listeners() {
        return watchlist.rows().stream()
                .flatMap(CellListenersTest::observables)
                .mapToInt(ListenerCount::of)
                .sum();
    }

    /** Everything of a row that a cell may hear of. */
    private static Stream<Observable> observables(QuoteRow row) {
        return Stream.of(
                row.quoted(),
                row.ticked(),
                row.time(),
                row.age(),
                row.caption(),
                row.note(),
                row.stale(),
                row.standing(),
                row.trendLine());
    }
}
