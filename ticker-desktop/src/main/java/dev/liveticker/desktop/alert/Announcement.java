package dev.liveticker.desktop.alert;

import java.util.List;

/**
 * What comes up on the desktop when alerts fire.
 *
 * @param title what happened; where it was several things, how many
 * @param lines what more there is to say, at most {@value #MOST_LINES}
 */
public record Announcement(String title, List<String> lines) {

    static final int MOST_LINES = 3;

    public Announcement {
        lines = List.copyOf(lines);
    }
}
