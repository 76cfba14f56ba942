package dev.liveticker.feed.link;

import dev.liveticker.message.ClientMessage;
import java.util.List;

/** One connection of a transport. Every method may be called from any thread and returns at once. */
public interface Link {

    /** Sends one frame, after those given before. If that fails the link is lost. */
    void send(List<ClientMessage> frame);

    /** Says good-bye and lets go. Harmless when repeated, and on a link that never opened. */
    void close();
}
