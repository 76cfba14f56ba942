/**
 * The measurements behind docs/performance.md: {@link dev.liveticker.benchmarks.Table} starts each contender and the
 * load client in processes of their own and writes down what came out.
 */
@NullMarked
package dev.liveticker.benchmarks;

import org.jspecify.annotations.NullMarked;
