/** The feed as Server-Sent Events: one frame is one event on a raw response channel. */
@NullMarked
package dev.liveticker.server.transport.sse;

import org.jspecify.annotations.NullMarked;
