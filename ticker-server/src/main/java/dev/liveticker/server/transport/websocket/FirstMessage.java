package dev.liveticker.server.transport.websocket;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Login;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.Logins;
import java.util.List;

/** What came of the first message of a client that nobody knows yet: it has to say who it is, and has one try. */
sealed interface FirstMessage {

    /** It may stay. */
    record Proven(Login.Proven login) implements FirstMessage {}

    /** It has to go, with this code (RFC 6455 section 7.4). */
    record Refused(int closeCode, String why) implements FirstMessage {}

    static FirstMessage of(List<ClientMessage> frame, Introductions introductions) {
        Logins logins = introductions.logins();
        if (logins == null || frame.isEmpty() || !(frame.getFirst() instanceof ClientMessage.Authenticate first)) {
            return new Refused(End.UNAUTHENTICATED.closeCode(), "authenticate first");
        }
        return switch (logins.judge(introductions.from(), first.token())) {
            case Logins.Verdict.Proven(Principal client) -> new Proven(new Login.Proven(first.id(), client));
            case Logins.Verdict.Refused refused -> new Refused(refused.end().closeCode(), refused.why());
        };
    }
}
