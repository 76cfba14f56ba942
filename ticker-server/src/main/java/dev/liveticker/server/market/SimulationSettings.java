package dev.liveticker.server.market;

/**
 * How the simulated market keeps its hours.
 *
 * @param sessions whether exchanges open and close as real ones do; else everything trades round the clock
 */
public record SimulationSettings(boolean sessions) {

    /** Everything trades round the clock, so that whoever looks on a Sunday sees prices move. */
    public static final SimulationSettings ROUND_THE_CLOCK = new SimulationSettings(false);

    /** Exchanges keep their hours and holidays. */
    public static final SimulationSettings SESSIONS = new SimulationSettings(true);
}
