/**
 * How much one client, user or address may ask of the server: rates, connections and failed logins, all bounded in
 * memory. Knows nothing of HTTP, WebSocket or the hub.
 */
@NullMarked
package dev.liveticker.server.limit;

import org.jspecify.annotations.NullMarked;
