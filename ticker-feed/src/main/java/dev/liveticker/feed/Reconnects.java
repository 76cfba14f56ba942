package dev.liveticker.feed;

/** Counts how often a feed went live again after it had lost its connection. For one thread. */
final class Reconnects {

    private long count;
    private boolean wasLive;
    private boolean lost;

    long count() {
        return count;
    }

    /** The feed came into a state. */
    void account(ConnectionState now) {
        switch (now) {
            case ConnectionState.Live live -> {
                if (lost) {
                    count++;
                }
                wasLive = true;
                lost = false;
            }
            case ConnectionState.Waiting waiting -> lost |= wasLive;
            case ConnectionState.Idle idle -> {}
            case ConnectionState.Refused refused -> {}
            case ConnectionState.Connecting connecting -> {}
            case ConnectionState.Stale stale -> {}
        }
    }

    /** Whether there is no connection in a state whose measurements count. */
    static boolean endsLink(ConnectionState state) {
        return !(state instanceof ConnectionState.Live || state instanceof ConnectionState.Stale);
    }
}
