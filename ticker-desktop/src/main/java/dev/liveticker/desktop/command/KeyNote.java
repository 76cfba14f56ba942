package dev.liveticker.desktop.command;

import java.util.List;

/**
 * Keys that a control understands by itself while it has the keyboard.
 *
 * @param place where, for people
 * @param title what they do, for people
 * @param keys each as {@link KeyNames} reads it
 */
public record KeyNote(String place, String title, List<String> keys) {

    public KeyNote {
        keys = List.copyOf(keys);
    }
}
