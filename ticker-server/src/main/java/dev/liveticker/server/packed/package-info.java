/**
 * A state in few bytes, and reading it without believing it: every length is compared with what is there before any
 * memory is set aside for it.
 */
@NullMarked
package dev.liveticker.server.packed;

import org.jspecify.annotations.NullMarked;
