package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static dev.liveticker.desktop.portfolio.Trades.buy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class TransactionsPageTest {

    @TempDir
    Path directory;

    @Test
    void delete_removes_a_transaction_where_the_list_has_the_keyboard_and_nowhere_else() throws Exception {
        System.setProperty("testfx.robot", "glass");
        FxToolkit.registerPrimaryStage();

        new FxRobot().interact(() -> {
            try (Kept<Portfolio> kept = Kept.open(
                    new KeptFile<>(directory.resolve("portfolio.json"), new PortfolioForm(), InstantSource.system()),
                    problem -> {})) {
                PortfolioViewModel model = model(kept);
                TransactionsPage page = new TransactionsPage(model, new SimpleDoubleProperty(1));
                Button chart = new Button("The chart");
                Scene scene = new Scene(new VBox(chart, page), 800, 600);
                model.open(Some.AAPL);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                assertThat(page.lookupAll(".table-row-cell"))
                        .as("rows with their menus")
                        .anyMatch(row -> ((TableRow<?>) row).getContextMenu() != null);

                press(chart);
                assertThat(model.portfolio().transactions()).hasSize(2);

                page.focus();
                press(page.lookup("#transactions-table"));
                assertThat(model.portfolio().transactions()).hasSize(1);
            }
        });
    }

    private static void press(Node focused) {
        Event.fireEvent(
                focused, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
    }

    private static PortfolioViewModel model(Kept<Portfolio> kept) {
        PortfolioViewModel model = new PortfolioViewModel(
                new FakeFeed(),
                new InstrumentDirectory(new FakeMarketData(), Runnable::run),
                kept,
                symbol -> Optional.empty(),
                Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC),
                Runnable::run,
                Runnable::run);
        kept.change(empty ->
                Trades.portfolio(buy(Some.AAPL, "1", "150", "0", TODAY), buy(Some.AAPL, "2", "151", "0", TODAY)));
        return model;
    }
}
