/** How several nodes and their Redis fare under load, and what follows from it for a million clients. */
@NullMarked
package dev.liveticker.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
