package dev.liveticker.server.metric;

import dev.liveticker.server.archive.ArchiveKeeper;

/** Whether bars and prices are kept. */
final class ArchiveMeters implements MeterGroup {

    private final ArchiveKeeper keeper;

    ArchiveMeters(ArchiveKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void putUp(Panel panel) {
        panel.counter(
                "live.ticker.archive.failures", "Attempts to keep bars and prices that failed.", keeper::failures);
        panel.gauge(
                "live.ticker.archive.failing",
                "1 while bars and prices cannot be kept.",
                () -> keeper.failing() ? 1 : 0);
    }
}
