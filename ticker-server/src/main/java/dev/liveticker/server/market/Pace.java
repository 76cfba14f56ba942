package dev.liveticker.server.market;

/**
 * Keeps a market's time with the clock's. The rule:
 *
 * <ul>
 *   <li>A market up to {@link #MOST_BEHIND} late makes up for it, step by step; no event is lost.
 *   <li>One that is later than that (the machine slept, or the clock was set forward) leaves the missed time out:
 *       nothing happened in it. So a wake-up never brings a flood.
 *   <li>Market time never goes back. Where the clock is set back by more than {@link #MOST_BEHIND}, the market goes on
 *       from where it is, ahead of the clock, and gives the lead up once the clock is set forward again.
 * </ul>
 *
 * All times in microseconds. Used by one thread.
 */
final class Pace {

    /** How late a market may be and still catch up. */
    static final long MOST_BEHIND = 2_000_000;

    private final long step;
    private long lead;

    /**
     * What to do now.
     *
     * @param skip how much time to leave out first; whole steps
     * @param steps how many steps to make then
     */
    record Due(long skip, int steps) {}

    /** @param step the length of a step */
    Pace(long step) {
        this.step = step;
    }

    /** What is due in a market that stands at one time while the clock shows another. */
    Due due(long market, long clock) {
        long behind = clock + lead - market;
        if (behind > MOST_BEHIND) {
            long givenUp = Math.min(lead, behind);
            lead -= givenUp;
            behind -= givenUp;
        }
        if (behind < -MOST_BEHIND) {
            lead -= behind;
            behind = 0;
        }
        long skip = behind > MOST_BEHIND ? behind / step * step : 0;
        return new Due(skip, (int) (Math.max(0, behind - skip) / step));
    }
}
