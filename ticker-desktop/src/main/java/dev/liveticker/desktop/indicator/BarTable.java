package dev.liveticker.desktop.indicator;

import dev.liveticker.model.MicroTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Bars and the values of indicators as a table for other programs: times in ISO 8601 and UTC, numbers in plain decimals
 * with a point, nothing where there is no value. A copy, to be written in any thread.
 */
public final class BarTable {

    private static final List<String> NAMES = List.of("time", "open", "high", "low", "close", "volume");

    /** More than the eye sees of an average, fewer than its rounding. */
    private static final int MORE_DECIMALS = 4;

    private final List<String> names = new ArrayList<>(NAMES);
    private final List<double[]> columns = new ArrayList<>();
    private final long[] starts;
    private final int decimals;

    /**
     * Copies the bars from {@code first} to before {@code end}, and what was reckoned of them.
     *
     * @param decimals of a price
     */
    public BarTable(Bars bars, Reckoning reckoning, int first, int end, int decimals) {
        this.decimals = decimals + MORE_DECIMALS;
        starts = new long[end - first];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = bars.start(first + i);
        }
        columns.add(copy(first, bars::open));
        columns.add(copy(first, bars::high));
        columns.add(copy(first, bars::low));
        columns.add(copy(first, bars::close));
        columns.add(copy(first, bars::volume));
        for (Reckoning.Plot plot : reckoning.plots()) {
            names.addAll(plot.indicator().columns(plot.parameters()));
            for (int line = 0; line < plot.study().lines(); line++) {
                int its = line;
                columns.add(copy(first, i -> i < reckoning.size() ? plot.study().value(its, i) : Double.NaN));
            }
        }
    }

    /** How many bars it holds. */
    public int rows() {
        return starts.length;
    }

    /** With a line of names; values separated by commas (RFC 4180) or, for a clipboard, by tabs. */
    public String text(char separator) {
        StringBuilder text = new StringBuilder(String.join(String.valueOf(separator), names)).append("\r\n");
        for (int row = 0; row < starts.length; row++) {
            text.append(MicroTime.instant(starts[row]));
            for (int column = 0; column < columns.size(); column++) {
                boolean reckoned = column >= NAMES.size() - 1;
                text.append(separator).append(number(columns.get(column)[row], reckoned));
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private String number(double value, boolean reckoned) {
        if (Double.isNaN(value)) {
            return "";
        }
        // The shortest decimal that reads as this double is the one it was read from.
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal written =
                reckoned && exact.scale() > decimals ? exact.setScale(decimals, RoundingMode.HALF_EVEN) : exact;
        return written.stripTrailingZeros().toPlainString();
    }

    private double[] copy(int first, IntToDoubleFunction values) {
        double[] copy = new double[starts.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values.applyAsDouble(first + i);
        }
        return copy;
    }
}
