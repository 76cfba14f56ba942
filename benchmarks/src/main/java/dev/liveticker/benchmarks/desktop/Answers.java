package dev.liveticker.benchmarks.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was measured for one question on one display.
 *
 * @param rounds the figures of each round, by key; at least one
 */
record Answers(Display display, List<Map<String, Double>> rounds) {

    Answers {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        rounds = List.copyOf(rounds);
    }

    /** Of an even number of rounds, the mean of the two in the middle; not a number if it was not measured. */
    double median(String key) {
        List<Double> sorted = sorted(key);
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
