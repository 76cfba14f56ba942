package dev.liveticker.desktop.settings;

/**
 * How the desktop draws attention to an alert that fired.
 *
 * @param desktop whether a notification comes up on the desktop
 * @param sound whether it is heard
 */
public record Notices(boolean desktop, boolean sound) {

    static Notices defaults() {
        return new Notices(true, true);
    }
}
