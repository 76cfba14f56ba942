package dev.liveticker.server.transport;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.hub.Login;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the tokens in what one client says before the hub hears it.
 *
 * @param logins absent where nobody is asked who they are; then the hub answers that there is no such thing
 * @param from where the client is
 */
public record Introductions(@Nullable Logins logins, InetAddress from) {

    /** Hands on all of a frame, in order: what it says, and what its tokens are worth. */
    public void pass(List<ClientMessage> frame, Consumer<List<ClientMessage>> said, Consumer<Login> introduced) {
        int begin = 0;
        for (int i = 0; i < frame.size() && logins != null; i++) {
            if (frame.get(i) instanceof ClientMessage.Authenticate authenticate) {
                if (i > begin) {
                    said.accept(frame.subList(begin, i));
                }
                introduced.accept(login(authenticate, logins.judge(from, authenticate.token())));
                begin = i + 1;
            }
        }
        if (begin < frame.size() || frame.isEmpty()) {
            said.accept(frame.subList(begin, frame.size()));
        }
    }

    private static Login login(ClientMessage.Authenticate request, Logins.Verdict verdict) {
        return switch (verdict) {
            case Logins.Verdict.Proven proven -> new Login.Proven(request.id(), proven.principal());
            case Logins.Verdict.Refused refused -> new Login.Failed(request.id(), refused.code(), refused.why());
        };
    }
}
