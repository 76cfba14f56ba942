package dev.liveticker.server.hub;

import dev.liveticker.model.Channel;
import org.jspecify.annotations.Nullable;

/** A {@link View}'s ear at a lane. */
final class Tap extends Audience.Seat {

    private final View view;
    private final Lane lane;
    private final Channel channel;

    /** Its place among the view's taps, the one that was silent longest first; kept by {@link Taps}. */
    @Nullable
    Tap older;

    @Nullable
    Tap newer;

    /** @param channel the one a loss is announced on */
    Tap(View view, Lane lane, Channel channel) {
        this.view = view;
        this.lane = lane;
        this.channel = channel;
    }

    Lane lane() {
        return lane;
    }

    Channel channel() {
        return channel;
    }

    /** How many listen by it. */
    int members() {
        return view.members().size();
    }

    void appended(LogEntry entry) {
        view.append(this, entry);
    }
}
