package dev.liveticker.server.hub;

import dev.liveticker.model.Channel;

/** A {@link View}'s ear at a lane, in a chain of those that were silent longest first; see {@link Taps}. */
final class Tap extends Chain.Link<Tap> {

    private final View view;
    private final Lane lane;
    private final Channel channel;

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
