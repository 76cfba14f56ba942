/** Snapshots and history for whoever asks once: instruments, quotes, bars, trades, and whether the server is well. */
@NullMarked
package dev.liveticker.server.transport.rest;

import org.jspecify.annotations.NullMarked;
