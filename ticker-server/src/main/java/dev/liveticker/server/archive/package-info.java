/**
 * Bars and newest quotes that outlast the server: kept by a thread of its own that reads them from the history as the
 * disk allows, and served together with what is in memory. Knows nothing of the hub, the market or who asks.
 */
@NullMarked
package dev.liveticker.server.archive;

import org.jspecify.annotations.NullMarked;
