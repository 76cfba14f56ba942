/**
 * The feed over WebSocket (RFC 6455, RFC 7692): handshake, frames and connections of our own on raw channels, so that a
 * frame costs one write and a hostile one costs nothing.
 */
@NullMarked
package dev.liveticker.server.transport.websocket;

import org.jspecify.annotations.NullMarked;
