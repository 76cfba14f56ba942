package dev.liveticker.desktop.chart;

import javafx.scene.paint.Color;

/** The colours of the chart, as the style sheet has them. */
record Palette(
        Color background, Color grid, Color axis, Color text, Color strong, Color up, Color down, Color onAccent) {}
