package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;
import java.util.List;

/**
 * How a client comes in.
 *
 * @param encoding what its frames are written in
 * @param subscriptions what it asks for in its address; may be empty where it can send messages later
 * @param principal who it is
 */
public record Connection(Encoding encoding, List<ClientMessage.Subscribe> subscriptions, Principal principal) {}
