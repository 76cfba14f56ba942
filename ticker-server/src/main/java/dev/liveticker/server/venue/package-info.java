/**
 * Real exchanges and data vendors as a market: one engine that connects, watches, reconnects, heals and checks, and in
 * each sub-package what one venue says and wants to be told.
 */
@NullMarked
package dev.liveticker.server.venue;

import org.jspecify.annotations.NullMarked;
