package dev.liveticker.desktop.settings;

/**
 * A line of the list of shortcuts.
 *
 * @param keys as they are called on a keyboard
 * @param meaning what they do
 */
public record KeyRow(String keys, String meaning) {}
