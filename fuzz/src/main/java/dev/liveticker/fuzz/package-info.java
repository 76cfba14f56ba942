/**
 * Fuzzing of everything that reads bytes which others wrote: what must hold of each whatever the bytes are, where the
 * search begins, and how it is run. The targets stand in the packages of what they try, whose insides they use.
 */
@NullMarked
package dev.liveticker.fuzz;

import org.jspecify.annotations.NullMarked;
