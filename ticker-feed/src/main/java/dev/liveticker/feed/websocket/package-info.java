/** The stream over a WebSocket (RFC 6455), by Tyrus, compressed by RFC 7692. */
@NullMarked
package dev.liveticker.feed.websocket;

import org.jspecify.annotations.NullMarked;
