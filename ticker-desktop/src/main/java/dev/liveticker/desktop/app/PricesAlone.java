package dev.liveticker.desktop.app;

import java.util.function.BooleanSupplier;

/**
 * How long the watchlist has the main window for itself. Tool bar, status bar, the chart and the lists below it are
 * half of what the window is made of; they are made and join it once a price is on the screen, before anybody has
 * looked elsewhere. Belongs to the FX thread.
 */
final class PricesAlone {

    /** The fourth frame begins when the first one with a price is on the screen, if something changes in each. */
    private static final int FRAMES_OF_PRICES = 4;

    /** Where no price comes soon, because nothing is listed or the server is away, they do not wait for one. */
    private static final int MOST_FRAMES = 12;

    /** The window is brought up to date once before its first frame, and that is not shown by itself. */
    private int frames = -1;

    private int ofPrices;
    private boolean over;

    /**
     * Called once before the first frame, and then once a frame.
     *
     * @param priced whether the watchlist shows a price; not asked any more when this is over
     * @return whether the others join with this frame
     */
    boolean endWith(BooleanSupplier priced) {
        if (over) {
            return false;
        }
        frames++;
        if (frames > 0 && priced.getAsBoolean()) {
            ofPrices++;
        }
        over = ofPrices == FRAMES_OF_PRICES || frames == MOST_FRAMES;
        return over;
    }
}
