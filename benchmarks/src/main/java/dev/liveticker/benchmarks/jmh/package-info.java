/** Microbenchmarks, by JMH: what single steps cost. Run one with {@code org.openjdk.jmh.Main NAME}. */
@NullMarked
package dev.liveticker.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
