package dev.liveticker.desktop.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Which lines of the tape are in view and where. The lines follow each other in a circle. Only what is in view is ever
 * measured, so that a tape of thousands costs no more than one of ten. Lengths are in pixels. For one thread.
 */
final class TapeStrip {

    /** However short the lines are. */
    private static final int MOST_IN_VIEW = 300;

    private static final double LEAST_WIDTH = 8;

    /**
     * A line in view.
     *
     * @param x of its left edge; below 0 for one that is leaving
     */
    record Placed(QuoteLine line, double x, double width) {}

    /** While in view a line only grows, so that those behind it do not tremble with its figures. */
    private final Map<QuoteLine, Double> widths = new HashMap<>();

    private List<QuoteLine> lines = List.of();
    private List<Placed> placed = List.of();
    private int first;
    private double gone;

    /** What follows each other; the line at the left edge stays there if it is still among them. */
    void lines(List<QuoteLine> now) {
        if (now.equals(lines)) {
            return;
        }
        int kept = lines.isEmpty() ? -1 : now.indexOf(lines.get(first));
        first = Math.max(0, kept);
        gone = kept < 0 ? 0 : gone;
        lines = now;
    }

    /** Measures everything anew: the size of the text is another one. */
    void remeasure() {
        widths.clear();
    }

    /**
     * Moves the tape and places what is in view.
     *
     * @param by to the left; below 0 to the right
     * @param width what a line takes at least, the space behind it included
     */
    void advance(double by, double viewWidth, ToDoubleFunction<QuoteLine> width) {
        if (lines.isEmpty()) {
            placed = List.of();
            widths.clear();
            return;
        }
        gone += by;
        for (int steps = 0; steps < MOST_IN_VIEW && gone >= widthOf(lines.get(first), width); steps++) {
            gone -= widthOf(lines.get(first), width);
            first = (first + 1) % lines.size();
        }
        for (int steps = 0; steps < MOST_IN_VIEW && gone < 0; steps++) {
            first = Math.floorMod(first - 1, lines.size());
            gone += widthOf(lines.get(first), width);
        }
        place(viewWidth, width);
    }

    /** Goes on to what is not, or not wholly, in view yet, without moving. */
    void turnPage(double viewWidth, ToDoubleFunction<QuoteLine> width) {
        long whole = placed.stream()
                .filter(each -> each.x() >= 0 && each.x() + each.width() <= viewWidth)
                .count();
        if (!lines.isEmpty() && whole < lines.size()) {
            first = (int) ((first + Math.max(1, whole)) % lines.size());
        }
        gone = 0;
        advance(0, viewWidth, width);
    }

    /** From the left edge of the view to its right one. */
    List<Placed> placed() {
        return placed;
    }

    /** The line at x. */
    Optional<QuoteLine> at(double x) {
        return placed.stream()
                .filter(each -> x >= each.x() && x < each.x() + each.width())
                .map(Placed::line)
                .findFirst();
    }

    private void place(double viewWidth, ToDoubleFunction<QuoteLine> width) {
        List<Placed> now = new ArrayList<>();
        double x = 0 - gone;
        for (int i = 0; x < viewWidth && i < MOST_IN_VIEW; i++) {
            QuoteLine line = lines.get((first + i) % lines.size());
            double taken = widthOf(line, width);
            now.add(new Placed(line, x, taken));
            x += taken;
        }
        placed = List.copyOf(now);
        widths.keySet().retainAll(now.stream().map(Placed::line).toList());
    }

    private double widthOf(QuoteLine line, ToDoubleFunction<QuoteLine> width) {
        return widths.merge(line, Math.max(LEAST_WIDTH, width.applyAsDouble(line)), Math::max);
    }
}
