package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class ImportPageTest {

    @TempDir
    Path directory;

    @Test
    void what_a_full_portfolio_cannot_take_over_is_said_above_the_preview() throws Exception {
        System.setProperty("testfx.robot", "glass");
        FxToolkit.registerPrimaryStage();
        Path file = directory.resolve("more.csv");
        Files.writeString(file, "date,symbol,side,quantity,price\n2026-11-25,MSFT,buy,1,400\n");
        FxRobot robot = new FxRobot();

        robot.interact(() -> {
            try (Kept<Portfolio> kept = full()) {
                PortfolioViewModel model = model(kept);
                model.importFrom(file);
                ImportPage page =
                        new ImportPage(model, (Page.Import) model.page().get());
                Label title = (Label) page.lookup("#import-title");
                assertThat(title.getText()).isEqualTo("Import more.csv?");

                ((Button) page.lookup("#import-all")).fire();

                assertThat(title.getText()).isEqualTo("A portfolio holds at most 20,000 transactions");
            }
        });
    }

    private Kept<Portfolio> full() {
        KeptFile<Portfolio> file =
                new KeptFile<>(directory.resolve("portfolio.json"), new PortfolioForm(), InstantSource.system());
        return new Kept<>(
                file,
                Portfolio.EMPTY.with(Collections.nCopies(Portfolio.MOST, Trades.buy(Some.AAPL, "1", "1", "0", TODAY))));
    }

    private static PortfolioViewModel model(Kept<Portfolio> kept) {
        return new PortfolioViewModel(
                new FakeFeed(),
                new InstrumentDirectory(new FakeMarketData(), Runnable::run),
                kept,
                symbol -> Optional.empty(),
                Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC),
                Runnable::run,
                Runnable::run);
    }
}
