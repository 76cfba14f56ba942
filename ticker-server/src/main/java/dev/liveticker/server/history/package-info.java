/**
 * What happened before now: bars of every interval built from trades, and the newest trades, kept compactly and within
 * bounds. Knows nothing of who asks.
 */
@NullMarked
package dev.liveticker.server.history;

import org.jspecify.annotations.NullMarked;
