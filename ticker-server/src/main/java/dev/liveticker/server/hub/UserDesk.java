package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;

/**
 * Serves users beside the market's stream, such as with alerts. Called on the hub's thread, so nothing may block; what
 * it has to say it says by {@link Hub#tell}.
 */
public interface UserDesk {

    /**
     * A connection is a user's from now on. Harmless when repeated.
     *
     * @return false if too much waits for the desk; the connection is ended as overloaded, to come again
     */
    boolean joined(String session, String user);

    /** A connection that had joined is gone. */
    void left(String session);

    /**
     * A user asks for something.
     *
     * @return false if too much waits for the desk; the client is told to ask again later
     */
    boolean asked(String session, Principal principal, ClientMessage.Personal request);
}
