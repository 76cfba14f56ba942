package dev.liveticker.desktop.indicator;

/**
 * A number of an indicator that a person can change.
 *
 * @param code how it is spelled in a file
 * @param least of its range
 * @param most of its range
 * @param usual what it is at first
 * @param step between two values; 1 for a period in bars
 */
public record Parameter(String code, double least, double most, double usual, double step) {

    static Parameter period(String code, int least, int most, int usual) {
        return new Parameter(code, least, most, usual, 1);
    }

    /** Whether only whole numbers make sense. */
    public boolean isWhole() {
        return step == 1;
    }

    /** Whether a value is in the range, and whole where it must be. */
    public boolean admits(double value) {
        return value >= least && value <= most && (!isWhole() || value == Math.rint(value));
    }
}
