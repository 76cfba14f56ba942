/** Alpaca: its stock market data, from IEX, for who has a key. */
@NullMarked
package dev.liveticker.server.venue.alpaca;

import org.jspecify.annotations.NullMarked;
