package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A watchlist in a window of its own, high enough for some rows. */
record OpenWatchlist(FxRobot robot, WatchlistViewModel model, TableView<?> table, Stage stage)
        implements AutoCloseable {

    /** In place of the style sheet, which says it. */
    private static final double ROW_HEIGHT = 39;

    private static final double WIDTH = 900;
    private static final double HEIGHT = 300;

    /** @param before is done with the model before the table is made, on the FX thread */
    static OpenWatchlist of(List<Symbol> symbols, Consumer<WatchlistViewModel> before) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxRobot robot = new FxRobot();
        OpenWatchlist[] opened = new OpenWatchlist[1];
        robot.interact(() -> {
            WatchlistViewModel model = new WatchlistViewModel(
                    new FakeFeed(),
                    new InstrumentDirectory(new FakeMarketData(), Runnable::run),
                    Watchlists.of(symbols));
            before.accept(model);
            WatchlistView view = new WatchlistView(model, new ReadOnlyDoubleWrapper(1));
            Stage stage = new Stage();
            stage.setScene(new Scene(view, WIDTH, HEIGHT));
            stage.show();
            TableView<?> table = (TableView<?>) view.lookup("#watchlist-table");
            table.setFixedCellSize(ROW_HEIGHT);
            opened[0] = new OpenWatchlist(robot, model, table, stage);
        });
        return opened[0];
    }

    /** Has the table show what there is now. */
    void layOut() {
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    @Override
    public void close() {
        robot.interact(stage::hide);
    }
}
