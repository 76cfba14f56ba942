package dev.liveticker.desktop.text;

import java.time.Duration;

/** Writes how old something is in one unit, the largest that fits. */
public final class Ages {

    private Ages() {}

    /** Such as {@code 12 s}, {@code 3 min}, {@code 2 h}, {@code 4 d}; an age below zero counts as none. */
    public static String brief(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return Texts.of("age.seconds", seconds);
        }
        if (seconds < 3_600) {
            return Texts.of("age.minutes", seconds / 60);
        }
        if (seconds < 86_400) {
            return Texts.of("age.hours", seconds / 3_600);
        }
        return Texts.of("age.days", seconds / 86_400);
    }

    /** Such as {@code 12 s ago}. */
    public static String ago(Duration age) {
        return Texts.of("age.ago", brief(age));
    }
}
