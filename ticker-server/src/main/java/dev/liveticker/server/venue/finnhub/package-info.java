/** Finnhub: its stream of trades, for who has a key. */
@NullMarked
package dev.liveticker.server.venue.finnhub;

import org.jspecify.annotations.NullMarked;
