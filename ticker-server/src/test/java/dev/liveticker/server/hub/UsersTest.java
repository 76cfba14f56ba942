package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.server.access.AllowedSymbols;
import dev.liveticker.server.access.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsersTest {

    private final Fixture hub = Fixture.of(Market.A);
    private final List<String> asked = new ArrayList<>();
    private boolean overloaded;

    private final class Desk implements UserDesk {

        @Override
        public boolean joined(String session, String user) {
            asked.add(user + " came with " + session);
            return !overloaded;
        }

        @Override
        public void left(String session) {
            asked.add(session + " left");
        }

        @Override
        public boolean asked(String session, Principal principal, ClientMessage.Personal request) {
            return false;
        }
    }

    private RecordingOutlet connect(String session) {
        RecordingOutlet outlet = new RecordingOutlet();
        Principal ana = new Principal("ana", Set.of(), AllowedSymbols.parse(List.of("*")), null, false);
        hub.core.connect(session, new Connection(Encoding.JSON, List.of(), ana), outlet, new Intake());
        hub.core.turn();
        return outlet;
    }

    @Test
    void a_desk_hears_nothing_more_of_who_it_refused() {
        hub.core.users().serve(new Desk());
        connect("one");
        overloaded = true;
        assertThat(connect("two").ended()).isEqualTo(End.OVERLOADED);
        hub.core.endAll();
        assertThat(asked).containsExactly("ana came with one", "ana came with two", "one left");
    }
}
