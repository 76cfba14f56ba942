package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One start of the desktop, and all pictures that are taken at it.
 *
 * @param files the picture's file by its screen
 */
record Sitting(Picture.Setting setting, String theme, String language, Map<String, Path> files) {

    private static final String SESSION = "dev.liveticker.desktop.app.PhotoSession";

    /** The same market every time, so that pictures change only where the desktop does. */
    private static final String MARKET_START = "2026-03-06T15:00:00Z";

    /** What a desktop may keep, and so what a sample may hold. */
    private static final List<String> KEPT =
            List.of("portfolio.json", "indicators.json", "alerts.json", "chart.json", "watchlists.json");

    private static final int START_SECONDS = 60;
    private static final int PICTURE_SECONDS = 20;

    /** All that is to be taken, in as few starts as can be. */
    static List<Sitting> of(Collection<Picture> pictures, String theme, String language, Path folder) {
        Map<Picture.Setting, Map<String, Path>> bySetting = new LinkedHashMap<>();
        String ending = (language.equals("en") ? "-" : "-" + language + "-") + theme + ".png";
        pictures.forEach(picture -> bySetting
                .computeIfAbsent(picture.setting(), setting -> new LinkedHashMap<>())
                .put(picture.screen(), folder.resolve(picture.name() + ending).toAbsolutePath()));
        List<Sitting> sittings = new ArrayList<>();
        bySetting.forEach((setting, files) -> sittings.add(new Sitting(setting, theme, language, files)));
        return sittings;
    }

    /**
     * Takes them, or as many as there is time for.
     *
     * @param complaints the name under which the desktop's complaints are kept
     * @return those that could not be taken
     */
    List<Path> take(String complaints) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--config",
                config().toString(),
                "--theme",
                theme,
                "--size",
                setting.size(),
                "--text-scale",
                Double.toString(setting.textScale()),
                "--language",
                language,
                "--market-start",
                MARKET_START));
        files.forEach((screen, file) -> arguments.add(screen + "=" + file));
        for (Path file : files.values()) {
            Files.deleteIfExists(file);
        }
        try (DesktopProcess desktop = DesktopProcess.start(
                Display.HEADLESS, System.getProperty("java.class.path"), SESSION, arguments, complaints)) {
            var _ = desktop.end(START_SECONDS + files.size() * PICTURE_SECONDS);
        } catch (IOException e) {
            // The others are taken all the same.
            System.out.println("a desktop that takes pictures: " + e.getMessage());
        }
        return files.values().stream().filter(file -> !Files.exists(file)).toList();
    }

    private Path config() throws IOException {
        Path config = Files.createTempDirectory(Files.createDirectories(Workbench.OUTPUT), "pictures");
        for (String name : KEPT) {
            String sample = "/pictures/" + setting.sample() + "/" + name;
            try (InputStream kept = Sitting.class.getResourceAsStream(sample)) {
                if (kept != null) {
                    Files.copy(kept, config.resolve(name));
                }
            }
        }
        return config;
    }
}
