package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Welcome;
import dev.liveticker.server.access.Principal;
import java.util.function.LongSupplier;

/** Gives whoever comes a place with all that belongs to it, and bids them welcome. For the hub's thread. */
final class Newcomers {

    private final HubSettings settings;
    private final Board board;
    private final Membership members;
    private final Delivery delivery;
    private final Alarms alarms;
    private final Expiries expiries;
    private final LongSupplier nanos;

    Newcomers(
            HubSettings settings,
            Board board,
            Membership members,
            Delivery delivery,
            Alarms alarms,
            Expiries expiries,
            LongSupplier nanos) {
        this.settings = settings;
        this.board = board;
        this.members = members;
        this.delivery = delivery;
        this.alarms = alarms;
        this.expiries = expiries;
        this.nanos = nanos;
    }

    /** A place for one more; there has to be room. It is past what happened before. */
    Session seat(String id, Carrier carrier, Outlet outlet, Encoding encoding, Principal principal, Intake intake) {
        Session[] self = new Session[1];
        Outbox outbox = new Outbox(settings.outboxBytes() - settings.maxFrameBytes(), () -> delivery.wake(self[0]));
        Subscriptions subscriptions = new Subscriptions(board, settings.maxSymbols());
        Progress progress = new Progress(board.numbering().lastEvent());
        Alarms.Alarm alarm = alarms.create(now -> delivery.rang(self[0], now));
        Session session = new Session(
                id, carrier, encoding, principal, intake, outbox, subscriptions, progress, alarm, nanos.getAsLong());
        self[0] = session;
        session.attach(outlet, encoding);
        members.join(session);
        expiries.watch(session);
        return session;
    }

    /** The first it is told. */
    void welcome(Session session) {
        session.say(new Welcome(
                Welcome.PROTOCOL,
                settings.server(),
                board.numbering().epoch(),
                board.numbering().head(),
                session.id(),
                Math.toIntExact(settings.heartbeat().toMillis()),
                delivery.micros(),
                settings.simulated(),
                settings.source(),
                session.principal().user()));
    }
}
