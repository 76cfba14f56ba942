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
                place = core.connect(session, connection, new Reachable(outlet));
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
        List<ClientMessage> copy = List.copyOf(messages);
        if (!intake.admit(copy.size())) {
            hand(there -> core.end(there, End.RATE_LIMITED));
            return;
        }
        hand(there -> {
            intake.done(copy.size());
            core.receive(there, copy);
        });
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
        Session there = place;
        if (there != null) {
            core.drained(there);
        }
    }

    @Override
    public void disconnected() {
        gone = true;
        hand(core::disconnected);
    }

    private void hand(Consumer<Session> action) {
        thread.submit(() -> {
            Session there = place;
            if (there != null) {
                action.accept(there);
            }
        });
    }
}
