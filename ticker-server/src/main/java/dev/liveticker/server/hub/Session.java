package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.server.access.Principal;
import org.jspecify.annotations.Nullable;

/**
 * One client's place in the hub: what it has asked for, what it is still to be told, and how it is reached at the
 * moment. A polling client is reached only while a poll waits.
 */
final class Session {

    private final String id;
    private final Carrier carrier;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Alarms.Alarm alarm;
    private final Intake intake = new Intake();
    private Encoding encoding;
    private volatile Principal principal;
    private @Nullable Outlet outlet;
    private @Nullable Frame inFlight;
    private long sentAt;
    private long until;
    private final Answers answers = new Answers();
    private @Nullable End ending;
    private boolean drainingData;
    private boolean gone;

    Session(
            String id,
            Carrier carrier,
            Encoding encoding,
            Principal principal,
            Outbox outbox,
            Subscriptions subscriptions,
            Alarms.Alarm alarm) {
        this.id = id;
        this.carrier = carrier;
        this.encoding = encoding;
        this.principal = principal;
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.alarm = alarm;
    }

    String id() {
        return id;
    }

    /** Who the client is. Any thread may ask. */
    Principal principal() {
        return principal;
    }

    /** The client proved who it is. */
    void identify(Principal newPrincipal) {
        principal = newPrincipal;
    }

    /** What was said beside the stream and waits. */
    Intake intake() {
        return intake;
    }

    Carrier carrier() {
        return carrier;
    }

    boolean polling() {
        return carrier == Carrier.POLLING;
    }

    Outbox outbox() {
        return outbox;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    Alarms.Alarm alarm() {
        return alarm;
    }

    Encoding encoding() {
        return encoding;
    }

    void say(ServerMessage answer) {
        outbox.say(answer, encoding, bytesInFlight());
    }

    /** How it is reached; absent while no poll waits. */
    @Nullable
    Outlet outlet() {
        return outlet;
    }

    /** It can be reached from now on. */
    void attach(Outlet newOutlet, Encoding newEncoding) {
        outlet = newOutlet;
        encoding = newEncoding;
    }

    /** It cannot be reached until the next poll. */
    void detach() {
        outlet = null;
        inFlight = null;
    }

    /** The frame on its way. */
    @Nullable
    Frame inFlight() {
        return inFlight;
    }

    /** When the last frame was sent, in the core's nanoseconds. */
    long sentAt() {
        return sentAt;
    }

    void sending(@Nullable Frame frame, long now) {
        inFlight = frame;
        sentAt = now;
    }

    void drained() {
        inFlight = null;
    }

    /** When the poll's patience is over; or, while none waits, when the session is forgotten. */
    long until() {
        return until;
    }

    void waitUntil(long time) {
        until = time;
    }

    /** What its polls were answered. */
    Answers answers() {
        return answers;
    }

    /** Why it will end once it was told what waits, if it will. */
    @Nullable
    End ending() {
        return ending;
    }

    /** It is to end: after its answers, or after all that waits. */
    void endAfter(End end, boolean data) {
        ending = end;
        drainingData = data;
    }

    /** Whether market data is still sent. */
    boolean wantsData() {
        return ending == null || drainingData;
    }

    /** Whether it can be sent something. */
    boolean ready() {
        return !gone && outlet != null && inFlight == null;
    }

    boolean gone() {
        return gone;
    }

    void leave() {
        gone = true;
        outlet = null;
        inFlight = null;
        subscriptions.close();
    }

    private int bytesInFlight() {
        return inFlight == null ? 0 : inFlight.bytes().remaining();
    }

    /** How many bytes wait for it: the frame on its way and its answers. */
    long waitingBytes() {
        return outbox.answerBytes() + bytesInFlight();
    }
}
