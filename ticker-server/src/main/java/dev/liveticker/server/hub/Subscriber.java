package dev.liveticker.server.hub;

import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.ServerMessage;
import java.util.List;

/**
 * A transport's hold on one connection's place in the hub. Every method may be called from any thread and returns at
 * once.
 */
public interface Subscriber {

    /** Names the connection; unguessable (128 random bits), since it also lets others speak for it. */
    String session();

    /** What the client says. */
    void receive(List<ClientMessage> messages);

    /** The client said who it is, and this is what its token was worth. */
    void login(Login login);

    /** Says something to the client that is no market data. */
    void tell(ServerMessage message);

    /** Says a last thing to the client, after what it was to be told before, and ends the connection. */
    void dismiss(ServerMessage lastWord, End end);

    /** The client sent what is no frame: it is told so, then the connection ends as malformed. */
    void malformed(MalformedFrameException why);

    /** The connection is gone. Its place is freed at once. Harmless when repeated. */
    void disconnected();

    /** As {@link #disconnected()}, where it was the transport that ended it, for this reason. */
    default void disconnected(End why) {
        disconnected();
    }
}
