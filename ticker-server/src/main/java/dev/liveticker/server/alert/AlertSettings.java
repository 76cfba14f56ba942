package dev.liveticker.server.alert;

import java.time.Duration;

/**
 * The bounds of alerts.
 *
 * @param maxAlerts a user may have
 * @param maxPending notifications of a user that wait to be acknowledged; the oldest beyond it is dropped
 * @param cooldown how long an alert that repeats is silent after it fired
 * @param referenceLag how late the price that alerts are armed by may be saved, where nothing else is to be
 * @param retry how long to wait after the store failed
 */
public record AlertSettings(int maxAlerts, int maxPending, Duration cooldown, Duration referenceLag, Duration retry) {

    /** What the protocol's document says. */
    public static AlertSettings defaults() {
        return new AlertSettings(500, 500, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
