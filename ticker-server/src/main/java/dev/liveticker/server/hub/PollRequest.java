package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One poll.
 *
 * @param session of the poll before, so that what was subscribed to since then is known to be new; absent on the first
 * @param since what the client has, whether or not it names its subscriptions again; absent where it does not say
 * @param subscriptions what it asks for; empty to go on with the session's
 * @param patience how long to wait for something to say; zero to answer at once
 * @param principal who asks; a session goes on only for the user that began it
 * @param address where from, for the log; absent if it is not known
 */
public record PollRequest(
        Encoding encoding,
        @Nullable String session,
        @Nullable String since,
        List<ClientMessage.Subscribe> subscriptions,
        Duration patience,
        Principal principal,
        @Nullable String address) {}
