package dev.liveticker.benchmarks.soak;

import java.util.List;

/**
 * Samples in Prometheus' text format, version 0.0.4.
 *
 * @param lines without comments
 */
record Scrape(List<String> lines) {

    static Scrape parse(String text) {
        return new Scrape(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    /**
     * The sum of a meter's samples; 0 if there are none.
     *
     * @param label which the samples must have, such as {@code transport="polling"}; empty for all
     */
    long sum(String meter, String label) {
        return Math.round(lines.stream()
                .filter(line -> line.startsWith(meter + "{") || line.startsWith(meter + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum());
    }

    long sum(String meter) {
        return sum(meter, "");
    }
}
