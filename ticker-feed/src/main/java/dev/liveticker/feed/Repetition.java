package dev.liveticker.feed;

import java.time.Duration;

/**
 * Says again what a server did not take, as soon as it allows: once for all that it refused together, since what is
 * said again is everything that it has not answered. On the feed's loop.
 */
final class Repetition {

    private static final long LEAST_MILLIS = 100;
    /** More is taken for a mistake. */
    private static final long MOST_MILLIS = Duration.ofDays(1).toMillis();

    private final FeedLoop loop;
    private final Runnable again;
    private Runnable cancel = () -> {};
    private boolean due;

    Repetition(FeedLoop loop, Runnable again) {
        this.loop = loop;
        this.again = again;
    }

    /**
     * Does it after a wait, unless one is on already.
     *
     * @param millis as the server asked for; anything from 100 ms to a day is believed
     */
    void after(long millis) {
        if (!due) {
            due = true;
            cancel = loop.schedule(Duration.ofMillis(Math.clamp(millis, LEAST_MILLIS, MOST_MILLIS)), () -> {
                due = false;
                again.run();
            });
        }
    }

    /** Nothing is said again for what was refused before. */
    void cancel() {
        due = false;
        cancel.run();
    }
}
