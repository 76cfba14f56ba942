package dev.liveticker.benchmarks.desktop;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture that the desktop takes of itself.
 *
 * @param name of the file, without theme and ending
 * @param screen one of the desktop's screens
 * @param setting all that the desktop is started for; what has it in common is taken at one start
 */
record Picture(String name, String screen, Setting setting) {

    /**
     * What a desktop is started with to take pictures.
     *
     * @param sample what it keeps to begin with: a folder below {@code pictures} among the resources
     * @param size such as {@code 1000x700}, of the main window
     * @param textScale 1 for the usual
     */
    record Setting(String sample, String size, double textScale) {}

    static final String SMALL = "1000x700";
    static final String LARGE = "1600x1000";

    private static final String USUAL = "usual";
    private static final String COMPARED = "compared";
    private static final double LARGEST_TEXT = 2;

    /** Every screen there is; a form after the list that it belongs to. */
    private static final List<String> SCREENS = List.of(
            "main",
            "trades",
            "alerts",
            "alert",
            "portfolio",
            "indicators",
            "chart",
            "mini",
            "palette",
            "shortcuts",
            "log",
            "outage",
            "settings",
            "settings-appearance",
            "settings-data",
            "settings-notifications",
            "settings-shortcuts",
            "settings-about",
            "transaction");

    /** Those that the user guide and the README show, besides the comparison. */
    private static final List<String> SHOWN = List.of(
            "main",
            "alerts",
            "portfolio",
            "indicators",
            "chart",
            "mini",
            "palette",
            "shortcuts",
            "log",
            "outage",
            "settings",
            "settings-appearance");

    static List<Picture> ofGuide() {
        List<Picture> pictures = new ArrayList<>();
        Setting usual = new Setting(USUAL, SMALL, 1);
        SHOWN.forEach(screen -> pictures.add(new Picture(screen, screen, usual)));
        pictures.add(new Picture("compare", "compare", new Setting(COMPARED, SMALL, 1)));
        return pictures;
    }

    /**
     * Everything to be looked at before a release: every screen small and large, with usual and with the largest text.
     */
    static List<Picture> ofTour() {
        List<Picture> pictures = new ArrayList<>();
        for (String size : List.of(SMALL, LARGE)) {
            for (double scale : new double[] {1, LARGEST_TEXT}) {
                String suffix = (size.equals(SMALL) ? "-small" : "-large") + (scale == 1 ? "" : "-200");
                Setting usual = new Setting(USUAL, size, scale);
                SCREENS.forEach(screen -> pictures.add(new Picture(screen + suffix, screen, usual)));
                pictures.add(new Picture("compare" + suffix, "compare", new Setting(COMPARED, size, scale)));
            }
        }
        return pictures;
    }
}
