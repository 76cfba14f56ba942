package dev.liveticker.benchmarks.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was measured for one question on one display.
 *
 * @param rounds the figures of each round that could be measured, by key
 * @param failures why the others could not be, a sentence each
 */
record Answers(Display display, List<Map<String, Double>> rounds, List<String> failures) {

    Answers {
        if (rounds.isEmpty() && failures.isEmpty()) {
            throw new IllegalArgumentException("nothing was asked");
        }
        rounds = List.copyOf(rounds);
        failures = List.copyOf(failures);
    }

    /** All of which could be measured. */
    Answers(Display display, List<Map<String, Double>> rounds) {
        this(display, rounds, List.of());
    }

    /** Of an even number of rounds, the mean of the two in the middle; not a number if it was not measured. */
    double median(String key) {
        List<Double> sorted = sorted(key);
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double lowest(String key) {
        return sorted(key).getFirst();
    }

    double highest(String key) {
        return sorted(key).getLast();
    }

    private List<Double> sorted(String key) {
        List<Double> values = new ArrayList<>();
        rounds.forEach(round -> values.add(round.getOrDefault(key, Double.NaN)));
        values.sort(Double::compare);
        return values;
    }
}
