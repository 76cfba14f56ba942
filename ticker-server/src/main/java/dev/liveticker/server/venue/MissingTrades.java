package dev.liveticker.server.venue;

/** Trades of a symbol that did not come, by the venue's numbers: from the first to the last of them. */
public record MissingTrades(long from, long to) {

    public MissingTrades {
        if (from > to) {
            throw new IllegalArgumentException("no trade is missing");
        }
    }

    long count() {
        return to - from + 1;
    }
}
