/**
 * The server as a whole: {@link dev.liveticker.server.TickerServer} puts market, hub and transports together, and is
 * the only one that knows them all.
 *
 * <p>The way of a quote: a {@link dev.liveticker.server.market.MarketSource} publishes it, perhaps through one that
 * records ({@link dev.liveticker.server.recording}) or halts it ({@link dev.liveticker.server.fault}). On a server of
 * its own it goes to the {@link dev.liveticker.server.hub.Hub} and to the {@link dev.liveticker.server.alert.AlertDesk}
 * at once; on a node it goes into the cluster's log, and to those two when it comes out of that, on every node
 * ({@link dev.liveticker.server.node}). The hub numbers it, builds bars of trades
 * ({@link dev.liveticker.server.history}), and makes frames for its subscribers, which are the transports' connections;
 * those leave through the {@code Port}. What outlasts the server is read from the history once a second
 * ({@link dev.liveticker.server.archive}) or saved by the alerts before they tell anybody.
 */
@NullMarked
package dev.liveticker.server;

import org.jspecify.annotations.NullMarked;
