package dev.liveticker.server.alert;

import java.util.Comparator;

/** Names one alert: whose, and what that user calls it. */
record AlertKey(String user, String id) implements Comparable<AlertKey> {

    private static final Comparator<AlertKey> ORDER =
            Comparator.comparing(AlertKey::user).thenComparing(AlertKey::id);

    @Override
    public int compareTo(AlertKey other) {
        return ORDER.compare(this, other);
    }
}
