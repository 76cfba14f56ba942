/** Coinbase Exchange: its public feed and the requests that go with it. */
@NullMarked
package dev.liveticker.server.venue.coinbase;

import org.jspecify.annotations.NullMarked;
