package dev.liveticker.desktop.app;

import dev.liveticker.desktop.app.LaunchOptions.LanguageConverter;
import dev.liveticker.desktop.app.LaunchOptions.SizeConverter;
import dev.liveticker.desktop.app.LaunchOptions.TextScaleConverter;
import dev.liveticker.desktop.app.LaunchOptions.ThemeConverter;
import dev.liveticker.desktop.settings.Language;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.settings.ThemeChoice;
import dev.liveticker.desktop.settings.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Pictures of many screens of one desktop, one after another: far sooner done than with a start for each. Run in a
 * process of its own, on JavaFX's headless platform.
 */
@NullMarked
@Command(name = "photo-session")
public final class PhotoSession implements Callable<Integer> {

    @Option(names = "--config", required = true, description = "what the desktop keeps, as it is to be found")
    private Path config = Path.of("");

    @Option(names = "--theme", converter = ThemeConverter.class)
    private ThemeChoice theme = ThemeChoice.LIGHT;

    @Option(names = "--text-scale", converter = TextScaleConverter.class)
    private double textScale = 1;

    @Option(names = "--size", converter = SizeConverter.class)
    private LaunchOptions.Size size = new LaunchOptions.Size(1_000, 700);

    @Option(names = "--language", converter = LanguageConverter.class)
    private Language language = Language.ENGLISH;

    @Option(names = "--market-start")
    private Instant marketStart = Instant.now();

    @Parameters(paramLabel = "SCREEN=FILE")
    private Map<String, Path> wishes = new LinkedHashMap<>();

    public static void main(String[] args) {
        System.exit(new CommandLine(new PhotoSession()).execute(args));
    }

    /** Prints {@code taken FILE} for each; ends with 1 if one could not be taken. */
    @Override
    public Integer call() throws IOException {
        Files.createDirectories(config);
        LaunchOptions options = new LaunchOptions();
        options.noHints = true;
        options.language = language;
        options.theme = theme;
        options.textScale = textScale;
        options.size = size;
        // Before anybody wants a log.
        Path log = LogFile.open(config);
        LaunchOptions.Size window = size.onScreen();
        new SettingsFile(config, InstantSource.system())
                .save(Settings.defaults()
                        .withWindow(new WindowPlace(0, 0, window.width(), window.height(), false, MainView.DIVIDER)));
        LiveBackend backend = new LiveBackend(config.resolve("server"), marketStart, new AfterPaint());
        DesktopApp app = new DesktopApp(options, config, log, backend, new CompletableFuture<>());
        Platform.startup(app::show);
        PhotoStudio studio = PhotoStudio.open(app, size);
        int missing = 0;
        for (Map.Entry<String, Path> wish : wishes.entrySet()) {
            try {
                studio.take(wish.getKey(), wish.getValue());
                System.out.println("taken " + wish.getValue());
            } catch (RuntimeException | IOException e) {
                missing++;
                System.err.println("no picture of " + wish.getKey() + ": " + e);
            }
        }
        return missing == 0 ? 0 : 1;
    }
}
