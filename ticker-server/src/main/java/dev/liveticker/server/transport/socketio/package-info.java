/**
 * The feed for clients of Socket.IO 3 and 4, by what they speak: Engine.IO 4 over polling and WebSocket, and the
 * default namespace of Socket.IO's protocol 5. A subset of our own: the servers there are for Java want the Servlet API
 * and threads that block, and decide themselves what waits for a client; see docs/decisions.
 */
@NullMarked
package dev.liveticker.server.transport.socketio;

import org.jspecify.annotations.NullMarked;
