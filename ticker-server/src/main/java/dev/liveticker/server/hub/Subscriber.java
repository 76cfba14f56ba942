package dev.liveticker.server.hub;

import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
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

    /** The client sent what is no frame: it is told so, then the connection ends as malformed. */
    void malformed(MalformedFrameException why);

    /** The frame last given to {@link Outlet#send} is written; the next may come. */
    void drained();

    /** The connection is gone. Its place is freed at once. Harmless when repeated. */
    void disconnected();
}
