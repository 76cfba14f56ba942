/** Kraken: its public WebSocket API, version 2, and the requests that go with it. */
@NullMarked
package dev.liveticker.server.venue.kraken;

import org.jspecify.annotations.NullMarked;
