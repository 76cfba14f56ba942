package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.MarketHistory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All bars there are: the newest from memory, older ones from the disk, none twice. Safe in any thread. */
public final class PastBars {

    private final MarketHistory memory;
    private final BarArchive archive;

    /** @param archive has every closed bar that the memory does not reach back to */
    public PastBars(MarketHistory memory, BarArchive archive) {
        this.memory = memory;
        this.archive = archive;
    }

    /**
     * The newest bars whose start is in {@code [from, to)}, microseconds since the epoch, the open one included; none
     * for an unknown symbol. Waits for the disk where the memory does not hold enough, so it is not for threads that
     * must not.
     *
     * @param limit how many at most; positive
     * @throws ArchiveBusyException if too many ask at once
     * @throws IOException if the disk does not give them
     */
    public BarPage page(Symbol symbol, Interval interval, long from, long to, int limit) throws IOException {
        // One more than asked for tells whether there are more.
        List<Bar> newest = memory.bars(symbol, interval, from, to, limit + 1);
        List<Bar> found = newest;
        if (newest.size() <= limit) {
            long oldest = newest.isEmpty() ? to : newest.getFirst().start();
            found = new ArrayList<>(archive.before(symbol, interval, from, oldest, limit + 1 - newest.size()));
            found.addAll(newest);
        }
        boolean more = found.size() > limit;
        return new BarPage(more ? found.subList(1, found.size()) : found, more);
    }
}
