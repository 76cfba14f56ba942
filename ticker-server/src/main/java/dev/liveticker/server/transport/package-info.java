/**
 * What the transports share: routes, query strings, answers and problems of HTTP, and the way from the hub's thread to
 * an I/O thread.
 */
@NullMarked
package dev.liveticker.server.transport;

import org.jspecify.annotations.NullMarked;
