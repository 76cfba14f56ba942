package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.BarTable;
import dev.liveticker.desktop.storage.WholeFile;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Reason;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the chart along: its picture and its numbers, to a file or to the clipboard. Belongs to the FX thread; files
 * are written on another.
 */
public final class ChartExport {

    /** Pixels of a picture per pixel of the scene, so that it is sharp in print too. */
    static final double SCALE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ChartExport.class);

    private final ChartPrint chart;
    private final ChartViewModel model;
    private final Studies studies;
    private final Executor background;
    private final Executor owner;
    private final Consumer<String> failed;

    /**
     * @param chart what a picture shows, and where it is said what was done
     * @param background for what takes long
     * @param owner runs what comes of it on the FX thread
     * @param failed told what could not be done, in words for people
     */
    public ChartExport(
            ChartPrint chart,
            ChartViewModel model,
            Studies studies,
            Executor background,
            Executor owner,
            Consumer<String> failed) {
        this.chart = chart;
        this.model = model;
        this.studies = studies;
        this.background = background;
        this.owner = owner;
        this.failed = failed;
    }

    /** New items for a menu. */
    public List<MenuItem> items() {
        List<MenuItem> items = List.of(
                item("export-copy-picture", Texts.of("export.copy.picture"), this::copyPicture),
                item("export-copy-data", Texts.of("export.copy.data"), this::copyData),
                new SeparatorMenuItem(),
                item("export-picture", Texts.of("export.picture"), () -> choose("png", this::savePicture)),
                item("export-data", Texts.of("export.data"), () -> choose("csv", file -> saveData(file, false))),
                item("export-all", Texts.of("export.data.all"), () -> choose("csv", file -> saveData(file, true))));
        items.forEach(item ->
                item.disableProperty().bind(model.stage().map(stage -> stage != ChartViewModel.Stage.READY)));
        return items;
    }

    /** Saves what the chart looks like as PNG. */
    void savePicture(Path file) {
        WritableImage picture = chart.picture(SCALE);
        save(file, () -> png(picture));
    }

    /** Saves bars and indicators as CSV: all there are, or those in view. */
    void saveData(Path file, boolean all) {
        BarTable table = studies.table(all);
        save(file, () -> table.text(',').getBytes(StandardCharsets.UTF_8));
    }

    void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(chart.picture(SCALE));
        Clipboard.getSystemClipboard().setContent(content);
        chart.say(Texts.of("export.copied.picture"));
    }

    /** Copies the bars in view, with tabs between the values, as spreadsheets take them. */
    void copyData() {
        BarTable table = studies.table(false);
        ClipboardContent content = new ClipboardContent();
        content.putString(table.text('\t'));
        Clipboard.getSystemClipboard().setContent(content);
        chart.say(Texts.of("export.copied.data", Quantity.count(table.rows())));
    }

    private interface Content {
        byte[] make() throws IOException;
    }

    private void save(Path file, Content content) {
        background.execute(() -> {
            try {
                WholeFile.write(file, content.make());
                owner.execute(() -> chart.say(Texts.of("export.saved", file)));
            } catch (IOException e) {
                LOG.warn("{} could not be written", file, e);
                owner.execute(() -> failed.accept(Texts.of("export.failed", file, Reason.of(e))));
            }
        });
    }

    private void choose(String ending, Consumer<Path> save) {
        FileChooser chooser = new FileChooser();
        Symbol symbol = model.symbol().get();
        chooser.setInitialFileName(nameOf(symbol == null ? "" : symbol.text()) + '.' + ending);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Texts.of("export.files", ending.toUpperCase(Locale.ROOT)), "*." + ending));
        File file = chooser.showSaveDialog(chart.window());
        if (file != null) {
            save.accept(file.toPath());
        }
    }

    /** A symbol as a name of a file: without what some file system does not take. */
    static String nameOf(String symbol) {
        String name = symbol.replaceAll("[^A-Z0-9.-]", "_");
        return name.isBlank() ? "chart" : name;
    }

    private static byte[] png(WritableImage picture) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("no PNG can be written");
        }
        return bytes.toByteArray();
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
