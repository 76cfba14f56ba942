/** The server as a whole: {@link dev.liveticker.server.TickerServer} puts market, hub and transports together. */
@NullMarked
package dev.liveticker.server;

import org.jspecify.annotations.NullMarked;
