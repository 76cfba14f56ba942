package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client comes in.
 *
 * @param encoding what its frames are written in
 * @param subscriptions what it asks for in its address; may be empty where it can send messages later
 * @param principal who it is
 * @param carrier what it comes by
 * @param address where from, for the log; absent if it is not known
 */
public record Connection(
        Encoding encoding,
        List<ClientMessage.Subscribe> subscriptions,
        Principal principal,
        Carrier carrier,
        @Nullable String address) {

    /** One that comes by WebSocket. */
    public Connection(Encoding encoding, List<ClientMessage.Subscribe> subscriptions, Principal principal) {
        this(encoding, subscriptions, principal, Carrier.WEBSOCKET);
    }

    /** One from an unknown place. */
    public Connection(
            Encoding encoding, List<ClientMessage.Subscribe> subscriptions, Principal principal, Carrier carrier) {
        this(encoding, subscriptions, principal, carrier, null);
    }
}
