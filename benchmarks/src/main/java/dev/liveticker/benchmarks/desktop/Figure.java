package dev.liveticker.benchmarks.desktop;

/**
 * One of the figures that answer a question.
 *
 * @param key what the process that measures it calls it
 * @param heading of its column, with its unit
 */
record Figure(String key, String heading) {}
