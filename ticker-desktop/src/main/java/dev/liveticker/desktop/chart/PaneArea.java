package dev.liveticker.desktop.chart;

/**
 * A strip below the volume, as wide as the plot, with a scale of its own.
 *
 * @param top in pixels from the canvas's upper edge
 * @param bottom below it
 */
record PaneArea(double top, double bottom) {}
