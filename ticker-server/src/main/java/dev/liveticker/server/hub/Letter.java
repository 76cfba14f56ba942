package dev.liveticker.server.hub;

import dev.liveticker.message.ServerMessage;

/**
 * A message for one connection.
 *
 * @param session names it
 */
public record Letter(String session, ServerMessage message) {}
