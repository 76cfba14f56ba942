/**
 * Recordings of a market: writes what one publishes to a compressed file, and plays such a file as a market of its own.
 * The layout of the file is described in {@code docs/recording.md}.
 */
@NullMarked
package dev.liveticker.server.recording;

import org.jspecify.annotations.NullMarked;
