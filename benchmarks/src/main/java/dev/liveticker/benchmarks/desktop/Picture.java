package dev.liveticker.benchmarks.desktop;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture that the desktop takes of itself.
 *
 * @param name of the file, without theme and ending
 * @param screen one of the desktop's screens
 * @param size such as {@code 1000x700}, of the main window
 * @param textScale 1 for the usual
 */
record Picture(String name, String screen, String size, double textScale) {

    static final String SMALL = "1000x700";
    static final String LARGE = "1600x1000";

    /** Every screen there is, but for the plain main window. */
    private static final List<String> SCREENS = List.of(
            "trades",
            "alerts",
            "alert",
            "portfolio",
            "transaction",
            "settings",
            "shortcuts",
            "palette",
            "indicators",
            "compare",
            "chart",
            "mini",
            "log");

    /** Those that the user guide and the README show. */
    private static final List<String> SHOWN = List.of(
            "main", "alerts", "portfolio", "settings", "shortcuts", "palette", "indicators", "compare", "mini", "log");

    static List<Picture> ofGuide() {
        return SHOWN.stream()
                .map(screen -> new Picture(screen, screen, SMALL, 1))
                .toList();
    }

    /** Everything to be looked at before a release: every screen small, large, and with the largest text. */
    static List<Picture> ofTour() {
        List<Picture> pictures = new ArrayList<>();
        List<String> screens = new ArrayList<>(List.of("main"));
        screens.addAll(SCREENS);
        for (String screen : screens) {
            pictures.add(new Picture(screen + "-small", screen, SMALL, 1));
            pictures.add(new Picture(screen + "-large", screen, LARGE, 1));
            pictures.add(new Picture(screen + "-200", screen, LARGE, 2));
        }
        return pictures;
    }

    /** What the desktop is started with to take it. */
    List<String> options(String file, String theme) {
        return List.of(
                "--screenshot",
                file,
                "--screen",
                screen,
                "--size",
                size,
                "--text-scale",
                Double.toString(textScale),
                "--theme",
                theme,
                // The same market every time, so that pictures change only where the desktop does.
                "--market-start",
                "2026-03-06T15:00:00Z");
    }
}
