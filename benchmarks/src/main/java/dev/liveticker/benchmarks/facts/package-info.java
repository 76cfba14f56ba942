/**
 * Measures how like a real market the simulated one is, and writes it down in docs/market.md: a table of stylised facts
 * and a picture of a day.
 */
@NullMarked
package dev.liveticker.benchmarks.facts;

import org.jspecify.annotations.NullMarked;
