/**
 * The feed for clients of Alpaca's real-time stock data (docs.alpaca.markets/docs/real-time-stock-pricing-data): its
 * WebSocket protocol, in JSON and in MessagePack, spoken over the same sockets as the feed's own.
 */
@NullMarked
package dev.liveticker.server.transport.alpaca;

import org.jspecify.annotations.NullMarked;
