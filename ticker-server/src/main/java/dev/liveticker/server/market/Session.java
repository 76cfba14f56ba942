package dev.liveticker.server.market;

/** How the day went so far for one instrument, in ticks and lots. Nothing in it goes back. */
final class Session {

    private final long previousClose;
    private final long open;
    private long high;
    private long low;
    private long last;
    private long lastLots;
    private long lots;
    private boolean rose;
    private boolean fell;

    Session(PastDay.Summary past) {
        this.previousClose = past.previousClose();
        this.open = past.open();
        this.high = past.high();
        this.low = past.low();
        this.last = past.close();
        this.lastLots = past.lastLots();
        this.lots = past.lots();
    }

    void trade(long price, long size) {
        lastLots = size;
        lots = Math.addExact(lots, size);
        price(price);
    }

    /** A new last price; of an index, where nothing is traded. */
    void price(long price) {
        last = price;
        if (price > high) {
            high = price;
            rose = true;
        }
        if (price < low) {
            low = price;
            fell = true;
        }
    }

    long previousClose() {
        return previousClose;
    }

    long open() {
        return open;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    long last() {
        return last;
    }

    long lastLots() {
        return lastLots;
    }

    /** What was traded since the session began. */
    long lots() {
        return lots;
    }

    /** Whether the high is news since {@link #told}. */
    boolean rose() {
        return rose;
    }

    /** Whether the low is news since {@link #told}. */
    boolean fell() {
        return fell;
    }

    /** What was news is known now. */
    void told() {
        rose = false;
        fell = false;
    }
}
