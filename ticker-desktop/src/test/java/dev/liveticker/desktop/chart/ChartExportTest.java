package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.indicator.Indicator;
import dev.liveticker.desktop.indicator.IndicatorChoices;
import dev.liveticker.desktop.indicator.IndicatorsForm;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.model.Interval;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class ChartExportTest {

    @TempDir
    Path directory;

    private final FakeMarketData marketData = new FakeMarketData();
    private final InstrumentDirectory instruments = new InstrumentDirectory(marketData, Runnable::run);
    private final ChartViewModel chart = FollowingChart.of(new FakeFeed(), marketData, instruments, new BarInbox());
    private final List<String> done = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private Kept<IndicatorChoices> kept;
    private IndicatorsViewModel indicators;
    private Studies studies;
    private ChartExport export;

    @BeforeEach
    void open() throws Exception {
        System.setProperty("testfx.robot", "glass");
        FxToolkit.registerPrimaryStage();
        kept = new Kept<>(
                new KeptFile<>(directory.resolve("indicators.json"), new IndicatorsForm(), InstantSource.system()),
                IndicatorChoices.none());
        indicators = new IndicatorsViewModel(kept);
        CompareViewModel compare = new CompareViewModel(
                chart,
                () -> Interval.ONE_MINUTE,
                new FakeFeed(),
                marketData,
                instruments,
                new BarInbox(),
                Runnable::run);
        studies = new Studies(chart, indicators, compare, instruments::find, () -> Interval.ONE_MINUTE);
        export = new ChartExport(new Print(), chart, studies, Runnable::run, Runnable::run, failed::add);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void the_picture_is_twice_as_fine_as_the_screen_and_nothing_else_is_left() throws Exception {
        Path file = directory.resolve("made").resolve("chart.png");
        Files.createDirectories(file.getParent());

        interact(() -> export.savePicture(file));

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(240);
        assertThat(image.getHeight()).isEqualTo(100);
        assertThat(image.getRGB(120, 50) & 0xffffff).isEqualTo(0x0000ff);
        assertThat(done).containsExactly("Saved as " + file);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void all_bars_or_those_in_view_are_saved_with_their_indicators() throws Exception {
        bars();
        indicators.turn(Indicator.SMA, true);
        indicators.change(Indicator.SMA, 0, 2);
        studies.layers().forEach(layer -> layer.range(chart.bars(), 3, 5));

        export.saveData(directory.resolve("all.csv"), true);
        export.saveData(directory.resolve("view.csv"), false);

        List<String> all = Files.readAllLines(directory.resolve("all.csv"));
        List<String> view = Files.readAllLines(directory.resolve("view.csv"));
        assertThat(all).hasSize(11);
        assertThat(all.getFirst()).isEqualTo("time,open,high,low,close,volume,sma_2");
        assertThat(all.get(1)).isEqualTo("1970-01-01T00:00:00Z,100,100,100,100,1000,");
        assertThat(view).containsExactly(all.get(0), all.get(4), all.get(5), all.get(6));
        assertThat(failed).isEmpty();
    }

    @Test
    void what_cannot_be_written_is_said_and_what_was_there_stays() throws Exception {
        bars();
        Path blocked = Files.writeString(directory.resolve("blocked"), "a file");

        export.saveData(blocked.resolve("chart.csv"), true);

        assertThat(failed).singleElement().asString().contains("could not be saved");
        assertThat(done).isEmpty();
        assertThat(blocked).hasContent("a file");
    }

    @Test
    void the_data_in_view_go_to_the_clipboard_as_a_spreadsheet_takes_them() {
        bars();
        studies.layers().forEach(layer -> layer.range(chart.bars(), 8, 9));

        interact(export::copyData);

        String[] copied = new String[1];
        interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0].lines()).hasSize(3).first().isEqualTo("time\topen\thigh\tlow\tclose\tvolume");
        assertThat(done).containsExactly("Bars copied: 2");
    }

    @Test
    void there_is_nothing_to_export_before_there_are_bars() {
        List<MenuItem> items = export.items().stream()
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .toList();
        assertThat(items).hasSize(5).allMatch(MenuItem::isDisable);
        bars();
        assertThat(items).noneMatch(MenuItem::isDisable);
    }

    @Test
    void a_file_is_named_for_its_symbol_without_what_no_file_may_be_called() {
        assertThat(ChartExport.nameOf("BRK.B")).isEqualTo("BRK.B");
        assertThat(ChartExport.nameOf("^GSPC")).isEqualTo("_GSPC");
        assertThat(ChartExport.nameOf("EUR/USD:X")).isEqualTo("EUR_USD_X");
        assertThat(ChartExport.nameOf("")).isEqualTo("chart");
    }

    /** A blue chart. */
    private final class Print implements ChartPrint {

        @Override
        public WritableImage picture(double scale) {
            return new Rectangle(120 * scale, 50 * scale, Color.BLUE).snapshot(null, null);
        }

        @Override
        public Window window() {
            throw new AssertionError("nothing is to be chosen");
        }

        @Override
        public void say(String words) {
            done.add(words);
        }
    }

    private void bars() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 10));
    }

    private static void interact(Runnable action) {
        new FxRobot().interact(action);
    }
}
