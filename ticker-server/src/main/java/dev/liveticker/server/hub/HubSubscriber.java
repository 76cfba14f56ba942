package dev.liveticker.server.hub;

import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.ServerMessage;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands what a transport says of its connection over to the hub's thread. */
final class HubSubscriber implements Subscriber {

    private final String session;
    private final HubThread thread;
    private final HubCore core;
    private final Intake intake = new Intake();
    private volatile boolean gone;
    private @Nullable Session place;

    HubSubscriber(String session, HubThread thread, HubCore core) {
        this.session = session;
        this.thread = thread;
        this.core = core;
    }

    /** Takes the connection's place, on the hub's thread. */
    void connect(Connection connection, Outlet outlet) {
        core.caughtUp(this, connection.subscriptions(), () -> {
            if (!gone) {
                place = core.connect(session, connection, new Reachable(outlet), intake);
            }
        });
    }

    /** Says nothing to a connection that is known to be gone. */
    private final class Reachable implements Outlet {

        private final Outlet outlet;

        Reachable(Outlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public void send(Frame frame) {
            if (!gone) {
                outlet.send(frame);
            }
        }

        @Override
        public boolean silent() {
            return outlet.silent();
        }

        @Override
        public void end(End end) {
            if (!gone) {
                outlet.end(end);
            }
        }
    }

    @Override
    public String session() {
        return session;
    }

    @Override
    public void receive(List<ClientMessage> messages) {
        intake.hand(
                thread,
                messages,
                copy -> act(there -> core.receive(there, copy)),
                () -> act(there -> core.end(there, End.RATE_LIMITED)));
    }

    @Override
    public void login(Login login) {
        hand(there -> core.login(there, login));
    }

    @Override
    public void tell(ServerMessage message) {
        hand(there -> core.tell(there, message));
    }

    @Override
    public void dismiss(ServerMessage lastWord, End end) {
        hand(there -> core.dismiss(there, lastWord, end));
    }

    @Override
    public void malformed(MalformedFrameException why) {
        String message = String.valueOf(why.getMessage());
        hand(there -> core.malformed(there, message));
    }

    /** Its frame is written; on the hub's thread. */
    void written() {
        act(core::drained);
    }

    @Override
    public void disconnected() {
        gone = true;
        hand(core::disconnected);
    }

    @Override
    public void disconnected(End why) {
        gone = true;
        hand(there -> core.disconnected(there, Parting.of(why)));
    }

    private void hand(Consumer<Session> action) {
        thread.submit(() -> act(action));
    }

    /** Does something with its place, if it has one; on the hub's thread. */
    private void act(Consumer<Session> action) {
        Session there = place;
        if (there != null) {
            action.accept(there);
        }
    }
}
