package dev.liveticker.server.market;

/** How the trading day went so far for one instrument, in ticks and lots. */
final class Session {

    private long previousClose;
    private long open;
    private long high;
    private long low;
    private long last;
    private long lastLots;
    private long lots;
    private boolean unopened;
    private boolean began;
    private boolean opened;
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

    /** A new trading day: the last price becomes the previous close, and nothing has been traded yet. */
    void begin() {
        previousClose = last;
        open = last;
        high = last;
        low = last;
        lots = 0;
        unopened = true;
        began = true;
    }

    /** The regular part of the day, whose first price is the open and whose highest the high. */
    void beginRegular() {
        unopened = true;
    }

    void trade(long price, long size) {
        lastLots = size;
        lots = Math.addExact(lots, size);
        price(price);
    }

    /** A new last price; of an index, where nothing is traded. */
    void price(long price) {
        last = price;
        if (unopened) {
            unopened = false;
            opened = true;
            open = price;
            high = price;
            low = price;
        }
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

    /** Whether the previous close is news since {@link #told}. */
    boolean began() {
        return began;
    }

    /** Whether the open is news since {@link #told}. */
    boolean opened() {
        return began || opened;
    }

    /** Whether the high is news since {@link #told}. */
    boolean rose() {
        return opened() || rose;
    }

    /** Whether the low is news since {@link #told}. */
    boolean fell() {
        return opened() || fell;
    }

    /** What was news is known now. */
    void told() {
        began = false;
        opened = false;
        rose = false;
        fell = false;
    }
}
