/**
 * The fan-out: numbers what happens, keeps the newest value of each symbol and a bounded log of what must not be lost,
 * and gives every subscriber what it asked for at its own pace. Knows nothing of sockets, HTTP or JSON.
 */
@NullMarked
package dev.liveticker.server.hub;

import org.jspecify.annotations.NullMarked;
