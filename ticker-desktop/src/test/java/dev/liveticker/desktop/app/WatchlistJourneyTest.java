package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.watchlist.QuoteRow;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Snapshot;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What a person does with watchlists, with mouse and keyboard. */
class WatchlistJourneyTest extends Journey {

    private static final Symbol NVDA = Symbol.of("NVDA");

    @Override
    List<Snapshot> prices() {
        return List.of(
                Some.snapshot(Some.AAPL, "189.25", "188.46"),
                Some.snapshot(Some.MSFT, "402.10", "402.54"),
                Some.snapshot(NVDA, "875.30", "870.00"));
    }

    @Test
    void lists_are_made_filled_named_switched_deleted_brought_back_and_kept() throws Exception {
        desktop.click("#new-list");
        desktop.type("Tech");
        desktop.press(KeyCode.ENTER);
        assertThat(lists().getText()).isEqualTo("Tech");
        assertThat(desktop.shows("The watchlist is empty")).isTrue();

        clipboard("brk/b, btc\nEURUSD\nnonsense here");
        desktop.press(KeyCode.CONTROL, KeyCode.L);
        desktop.press(KeyCode.CONTROL, KeyCode.V);
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("BRK.B", "BTC-USD", "EURUSD=X"));
        assertThat(desktop.text("#remark")).contains("Symbols added: 3", "not understood: nonsense, here");
        assertThat(feed().subscriptions())
                .as("what does not show is not streamed")
                .contains(Subscription.quotes(Some.BTC))
                .doesNotContain(Subscription.quotes(Some.AAPL));

        desktop.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("AAPL", "MSFT", "NVDA"));
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("AAPL");
        desktop.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("BRK.B", "BTC-USD", "EURUSD=X"));

        desktop.robot().interact(() -> more("delete-list").fire());
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("AAPL", "MSFT", "NVDA"));
        desktop.click("#undo");
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("BRK.B", "BTC-USD", "EURUSD=X"));
        desktop.press(KeyCode.CONTROL, KeyCode.Z);
        soon().untilAsserted(
                        () -> assertThat(desktop.rows()).as("the paste too").isEmpty());
        desktop.press(KeyCode.CONTROL, KeyCode.Y);
        soon().untilAsserted(() -> assertThat(desktop.rows()).hasSize(3));

        desktop.close();
        start(backend);
        assertThat(lists().getText()).isEqualTo("Tech");
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("BRK.B", "BTC-USD", "EURUSD=X"));
    }

    @Test
    void rows_are_dragged_nudged_filtered_and_noted() {
        drag("NVDA", "AAPL");
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("NVDA", "AAPL", "MSFT"));
        assertThat(desktop.text("#instrument-symbol")).isEqualTo("NVDA");

        desktop.press(KeyCode.ALT, KeyCode.DOWN);
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("AAPL", "NVDA", "MSFT"));
        desktop.press(KeyCode.ALT, KeyCode.UP);
        desktop.press(KeyCode.CONTROL, KeyCode.Z);
        desktop.press(KeyCode.CONTROL, KeyCode.Z);
        desktop.press(KeyCode.CONTROL, KeyCode.Z);
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("AAPL", "MSFT", "NVDA"));
        desktop.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("NVDA", "AAPL", "MSFT"));

        desktop.type("micro");
        soon().until(() -> desktop.rows().equals(List.of("MSFT")));
        soon().until(() -> desktop.text("#filter-count").equals("1 of 3"));
        assertThat(desktop.text("#instrument-symbol")).as("charted still").isEqualTo("NVDA");
        desktop.press(KeyCode.ESCAPE);
        soon().until(() -> desktop.rows().size() == 3);

        desktop.click("AAPL");
        desktop.press(KeyCode.F2);
        desktop.type("buy below 180");
        desktop.press(KeyCode.ENTER);
        soon().until(() -> desktop.shows("buy below 180"));

        desktop.click("NVDA");
        desktop.robot().press(KeyCode.SHIFT);
        desktop.press(KeyCode.DOWN);
        desktop.robot().release(KeyCode.SHIFT);
        desktop.press(KeyCode.DELETE);
        soon().untilAsserted(() -> assertThat(desktop.rows()).containsExactly("MSFT"));
        assertThat(desktop.text("#remark")).isEqualTo("2 symbols removed");
        assertThat(desktop.shows(".notice")).as("nothing went wrong").isFalse();
    }

    @Test
    void columns_give_way_are_chosen_sorted_widened_and_kept() throws Exception {
        assertThat(columns())
                .startsWith("symbol", "last", "change", "percent", "trend")
                .doesNotContain("bid", "high");
        soon().untilAsserted(() -> assertThat(backend.marketData.barsAsked())
                .as("the last hours of every row in sight")
                .extracting(FakeMarketData.BarsAsked::symbol)
                .contains(Some.AAPL, Some.MSFT, NVDA));

        desktop.click("#columns");
        desktop.robot().interact(() -> choose(columnsMenu(), "column-high"));
        desktop.press(KeyCode.ESCAPE);
        assertThat(columns()).contains("high");

        desktop.click("Last");
        soon().until(() -> desktop.rows().equals(List.of("AAPL", "MSFT", "NVDA")));
        desktop.click("Last");
        soon().until(() -> desktop.rows().equals(List.of("NVDA", "MSFT", "AAPL")));
        desktop.robot().interact(() -> table().resizeColumn(column("last"), 40));
        double widened = column("last").getWidth();

        desktop.close();
        start(backend);
        soon().until(() -> desktop.rows().equals(List.of("NVDA", "MSFT", "AAPL")));
        assertThat(columns()).contains("high");
        assertThat(column("last").getWidth()).isEqualTo(widened);

        desktop.click("NVDA");
        feed().deliver(Some.snapshot(NVDA, "1.30", "1"));
        soon().until(() -> desktop.rows().equals(List.of("MSFT", "AAPL", "NVDA")));
        assertThat(((QuoteRow) table().getSelectionModel().getSelectedItem()).symbol())
                .isEqualTo(NVDA);
        drag("NVDA", "MSFT");
        soon().untilAsserted(() -> assertThat(desktop.rows()).as("sorted").containsExactly("MSFT", "AAPL", "NVDA"));
        assertThat(desktop.text("#remark")).contains("own order");
    }

    /** Drags a row above another one. */
    private void drag(String symbol, String above) {
        Point2D from = desktop.robot().point(symbol).query();
        Bounds to = desktop.robot().bounds(rowOf(above)).query();
        desktop.robot()
                .moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(from.getX(), from.getY() - 10)
                .moveTo(from.getX(), to.getMinY() + 5)
                .release(MouseButton.PRIMARY);
        desktop.settle();
    }

    private Node rowOf(String symbol) {
        Set<Node> labels = OpenDesktop.seen(
                () -> desktop.robot().lookup(".symbol-cell .symbol").queryAll());
        Node label = labels.stream()
                .filter(node -> symbol.equals(((Labeled) node).getText()))
                .findFirst()
                .orElseThrow();
        for (Node node = label; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("table-row-cell")) {
                return node;
            }
        }
        throw new AssertionError("no row of " + symbol);
    }

    private void clipboard(String text) {
        desktop.robot().interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static ContextMenu columnsMenu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(menu -> "columns-menu".equals(menu.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(ContextMenu menu, String id) {
        CheckMenuItem item = (CheckMenuItem) menu.getItems().stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
        item.setSelected(true);
        item.fire();
    }

    private MenuButton lists() {
        return desktop.robot().lookup("#lists").queryAs(MenuButton.class);
    }

    private MenuItem more(String id) {
        return desktop.robot().lookup("#list-menu").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> columns() {
        return OpenDesktop.seen(() -> table().getVisibleLeafColumns().stream()
                .map(TableColumn::getId)
                .filter(Objects::nonNull)
                .toList());
    }

    private TableColumn<Object, ?> column(String id) {
        return table().getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> table() {
        return OpenDesktop.seen(() -> desktop.robot().lookup("#watchlist-table").queryAs(TableView.class));
    }
}
