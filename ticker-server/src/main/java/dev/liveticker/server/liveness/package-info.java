/** Finds peers that vanished without a word, where the protocol itself asks them nothing. */
@NullMarked
package dev.liveticker.server.liveness;

import org.jspecify.annotations.NullMarked;
