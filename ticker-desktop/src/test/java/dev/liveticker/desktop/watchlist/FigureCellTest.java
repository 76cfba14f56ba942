package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** What the cells of the watchlist show of quotes that change. */
class FigureCellTest {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 300;
    private static final double ROW_HEIGHT = 39;
    private static final double PIXEL = 1;

    private final FxRobot robot = new FxRobot();
    private final FakeMarketData market = new FakeMarketData();
    private InstrumentDirectory instruments;
    private WatchlistViewModel watchlist;
    private TableView<?> table;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        System.setProperty("testfx.robot", "glass");
        FxToolkit.registerPrimaryStage();
        instruments = new InstrumentDirectory(market, Runnable::run);
        robot.interact(() -> {
            watchlist =
                    new WatchlistViewModel(new FakeFeed(), instruments, Watchlists.of(List.of(Some.AAPL, Some.MSFT)));
            WatchlistView view = new WatchlistView(watchlist, new ReadOnlyDoubleWrapper(1));
            stage = new Stage();
            stage.setScene(new Scene(view, WIDTH, HEIGHT));
            stage.show();
            table = (TableView<?>) view.lookup("#watchlist-table");
            // As the style sheet has it; without, a table never comes to rest.
            table.setFixedCellSize(ROW_HEIGHT);
            table.getColumns().forEach(column -> column.setStyle("-fx-alignment: center-right;"));
        });
        quote(Some.AAPL, "189.25");
        quote(Some.MSFT, "402.10");
        settle();
    }

    @AfterEach
    void close() {
        robot.interact(stage::hide);
    }

    @Test
    void a_price_that_changes_is_shown_at_once_with_what_follows_from_it() {
        quote(Some.AAPL, "189.30");

        assertThat(cell("last", 0).getText()).isEqualTo("189.30");
        assertThat(painted("last", 0).getText()).isEqualTo("189.30");
        assertThat(cell("change", 0).getText()).isEqualTo("+0.84");
        assertThat(painted("change", 0).getText()).isEqualTo("+0.84");
    }

    @Test
    void prices_that_came_before_their_decimals_were_known_are_written_anew() {
        market.instruments(CompletableFuture.completedFuture(List.of(Some.instrument("AAPL", "Apple Inc.", "0.0001"))));

        robot.interact(instruments::load);

        assertThat(cell("last", 0).getText()).isEqualTo("189.2500");
        assertThat(painted("last", 0).getText()).isEqualTo("189.2500");
        assertThat(cell("change", 0).getText()).isEqualTo("+0.7900");
        assertThat(cell("last", 1).getText()).as("of one that stays unknown").isEqualTo("402.10");
    }

    @Test
    void figures_end_at_the_same_edge_however_long_they_are() {
        double before = rightEdge("last", 0);
        quote(Some.AAPL, "1189.30");

        assertThat(rightEdge("last", 0))
                .isCloseTo(before, within(PIXEL))
                .isCloseTo(rightEdge("last", 1), within(PIXEL));
        assertThat(before)
                .isLessThan(cell("last", 0)
                        .localToScene(cell("last", 0).getLayoutBounds())
                        .getMaxX());
    }

    @Test
    void a_figure_without_room_says_that_it_goes_on_and_is_whole_again_with_room() {
        quote(Some.AAPL, "123456789.25");
        String id = Column.LAST.id();
        width(id, 60);
        settle();

        assertThat(painted("last", 0).getText()).startsWith("1").endsWith("...").doesNotContain("25");
        assertThat(cell("last", 0).getText()).as("what is read aloud").isEqualTo("123,456,789.25");

        width(id, 160);
        settle();
        assertThat(painted("last", 0).getText()).isEqualTo("123,456,789.25");
    }

    @Test
    void a_figure_that_lacks_a_little_room_is_smaller_and_whole() {
        quote(Some.AAPL, "98765432.10");
        width(Column.LAST.id(), 200);
        settle();
        double usual = painted("last", 0).getLayoutBounds().getWidth();
        TableCell<?, ?> cell = cell("last", 0);
        double edges = cell.snappedLeftInset() + cell.snappedRightInset();

        width(Column.LAST.id(), usual * 0.8 + edges);
        settle();

        Text painted = painted("last", 0);
        assertThat(painted.getText()).isEqualTo("98,765,432.10");
        Bounds bounds = painted.localToScene(painted.getLayoutBounds());
        Bounds room = cell("last", 0).localToScene(cell("last", 0).getLayoutBounds());
        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(room.getMinX() - PIXEL);
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(room.getMaxX() + PIXEL);
        assertThat(painted("last", 1).getScaleX()).as("of a shorter one").isEqualTo(1);

        width(Column.LAST.id(), 200);
        settle();
        assertThat(painted("last", 0).getScaleX()).isEqualTo(1);
    }

    @Test
    void a_figure_can_be_heard() {
        assertThat(cell("last", 1).queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo("402.10");
    }

    @Test
    void a_tick_shows_behind_the_price_for_a_moment() {
        quote(Some.AAPL, "189.30");
        assertThat(tick("up", 0).isVisible()).isTrue();
        assertThat(tick("down", 0).isVisible()).isFalse();
        assertThat(tick("up", 1).isVisible()).as("of another row").isFalse();

        quote(Some.AAPL, "189.20");
        assertThat(tick("up", 0).isVisible()).isFalse();
        assertThat(tick("down", 0).isVisible()).isTrue();

        robot.interact(() -> watchlist.pulse(WatchlistViewModel.TICK_SHOWN.toNanos()));
        assertThat(tick("down", 0).isVisible()).isFalse();
        assertThat(cell("last", 0).getText()).isEqualTo("189.20");
    }

    @Test
    void a_cell_shows_the_row_it_is_given_and_no_longer_the_one_before() {
        robot.interact(() -> {
            watchlist.sortBy(new ColumnLayout.Sort(Column.LAST, true));
            watchlist.second(0);
        });
        settle();
        assertThat(cell("last", 0).getText()).isEqualTo("402.10");

        quote(Some.AAPL, "190.00");
        quote(Some.MSFT, "403.00");
        assertThat(cell("last", 0).getText()).isEqualTo("403.00");
        assertThat(cell("last", 1).getText()).isEqualTo("190.00");
    }

    @Test
    void rows_that_are_gone_leave_nothing_behind() {
        robot.interact(() -> watchlist.remove(List.of(watchlist.rows().getLast())));
        settle();

        assertThat(cell("last", 1).getText()).isNull();
        assertThat(painted("last", 1).getText()).isEmpty();
    }

    @Test
    void of_prices_that_change_no_row_and_no_cell_is_laid_out() {
        robot.interact(() -> {
            layOut();
            List<IndexedCell<?>> laidOut = new ArrayList<>();
            for (Node node : table.lookupAll(".cell")) {
                if (node instanceof IndexedCell<?> cell) {
                    assertThat(cell.isNeedsLayout()).as("at rest").isFalse();
                    cell.needsLayoutProperty().subscribe(() -> laidOut.add(cell));
                }
            }

            for (int i = 0; i < 10; i++) {
                watchlist.show(Map.of(Some.AAPL, Some.entry(Some.AAPL, "19" + i + ".5", "188.46", i)), i);
                layOut();
                watchlist.pulse(i + WatchlistViewModel.TICK_SHOWN.toNanos());
                layOut();
            }

            assertThat(cell("last", 0).getText()).isEqualTo("199.50");
            assertThat(painted("last", 0).getText()).isEqualTo("199.50");
            // A figure costs a frame its own text and no more: thousands a second could not pay for it.
            assertThat(laidOut).isEmpty();
            cell("last", 1).requestLayout();
            assertThat(laidOut).as("that it would be noticed").isNotEmpty();
        });
    }

    private void quote(Symbol symbol, String last) {
        robot.interact(() -> watchlist.show(Map.of(symbol, Some.entry(symbol, last, "188.46", 0)), 0));
    }

    /** Until there is nothing to be laid out any more. */
    private void settle() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            boolean[] settled = new boolean[1];
            robot.interact(() -> {
                layOut();
                settled[0] = !table.isNeedsLayout() && !table.getParent().isNeedsLayout();
            });
            return settled[0];
        });
    }

    private void layOut() {
        table.getScene().getRoot().applyCss();
        table.getScene().getRoot().layout();
    }

    private void width(String column, double width) {
        robot.interact(() -> watchlist.arrange(layout ->
                layout.withWidth(Column.parse(column).orElseThrow(), width).withWidth(Column.SYMBOL, 120)));
    }

    /** @param row of the table, from above */
    private TableCell<?, ?> cell(String column, int row) {
        return table.lookupAll(".table-cell." + column).stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getIndex() == row)
                .findFirst()
                .orElseThrow();
    }

    private Text painted(String column, int row) {
        return (Text) cell(column, row).lookup(".text");
    }

    private Node tick(String direction, int row) {
        return cell("last", row).lookup(".tick-" + direction);
    }

    private double rightEdge(String column, int row) {
        Text text = painted(column, row);
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        return bounds.getMaxX();
    }
}
