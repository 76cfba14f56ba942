package dev.liveticker.desktop.chart;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Colours of lines that are told apart on the chart's background, light or dark: none is the red or green of up and
 * down, and each stands out from its background at least 4.5 : 1: names are written on them and in them (WCAG 2.2,
 * 1.4.3).
 */
final class SeriesColours {

    private static final List<Color> ON_LIGHT = List.of(
            Color.web("#0969da"),
            Color.web("#bc4c00"),
            Color.web("#8250df"),
            Color.web("#127a83"),
            Color.web("#bf3989"),
            Color.web("#8a6100"));

    private static final List<Color> ON_DARK = List.of(
            Color.web("#58a6ff"),
            Color.web("#f0883e"),
            Color.web("#bc8cff"),
            Color.web("#39c5cf"),
            Color.web("#f778ba"),
            Color.web("#e3b341"));

    private SeriesColours() {}

    /** How many there are before they come again. */
    static int count() {
        return ON_LIGHT.size();
    }

    /** @param index of the series, from 0 */
    static Color of(Palette palette, int index) {
        List<Color> colours = palette.background().getBrightness() > 0.5 ? ON_LIGHT : ON_DARK;
        return colours.get(Math.floorMod(index, colours.size()));
    }
}
