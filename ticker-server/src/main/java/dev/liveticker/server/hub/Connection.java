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
 * @param carrier what it comes by
 */
public record Connection(
        Encoding encoding, List<ClientMessage.Subscribe> subscriptions, Principal principal, Carrier carrier) {

    /** One that comes by WebSocket. */
    public Connection(Encoding encoding, List<ClientMessage.Subscribe> subscriptions, Principal principal) {
        this(encoding, subscriptions, principal, Carrier.WEBSOCKET);
    }
}
