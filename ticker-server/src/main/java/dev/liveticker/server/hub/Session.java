package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.server.access.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's place in the hub: what it has asked for, what it is still to be told, and how it is reached at the
 * moment. A polling client is reached only while a poll waits.
 */
final class Session extends Audience.Seat {

    private final String id;
    private final Carrier carrier;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Alarms.Alarm alarm;
    private final Intake intake;
    private Encoding encoding;
    private volatile Principal principal;
    private @Nullable Outlet outlet;
    private @Nullable Traffic traffic;
    private @Nullable Frame inFlight;
    private long sentAt;
    private long until;
    private final Answers answers = new Answers();
    private @Nullable End ending;
    private boolean drainingData;
    private boolean gone;
    private Progress progress;
    private @Nullable Progress confirmed;
    private @Nullable View view;
    private long round;
    private long beatAt;
    private final long joinedAt;
    private long sentFrames;
    private long sentBytes;

    Session(
            String id,
            Carrier carrier,
            Encoding encoding,
            Principal principal,
            Intake intake,
            Outbox outbox,
            Subscriptions subscriptions,
            Progress progress,
            Alarms.Alarm alarm,
            long joinedAt) {
        this.id = id;
        this.carrier = carrier;
        this.encoding = encoding;
        this.principal = principal;
        this.intake = intake;
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.progress = progress;
        this.alarm = alarm;
        this.joinedAt = joinedAt;
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

    /** How much it said that waits for the hub. Any thread may ask. */
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

    /** How far its client has got. */
    Progress progress() {
        return progress;
    }

    /** How far its client has got, and how far it had with what it confirmed, if that is not the same. */
    List<Progress> everyProgress() {
        return confirmed == null ? List.of(progress) : List.of(progress, confirmed);
    }

    /** What it is sent from now on may get lost without notice. */
    void mark() {
        confirmed = progress.copy();
    }

    /** What it was sent since {@link #mark} arrived. */
    void arrived() {
        confirmed = null;
    }

    /** What it was sent since {@link #mark} got lost. */
    void lost() {
        if (confirmed != null) {
            progress = confirmed;
            confirmed = null;
        }
    }

    /** What it sees; absent until it is first served, and once it is gone. */
    @Nullable
    View view() {
        return view;
    }

    void sees(@Nullable View newView) {
        view = newView;
    }

    /** The round of its view in which it was sent the frame on its way; 0 if in none. */
    long round() {
        return round;
    }

    void inRound(long number) {
        round = number;
    }

    /** When it was last told a position by a heartbeat, in the core's nanoseconds. */
    long beatAt() {
        return beatAt;
    }

    void beat(long now) {
        beatAt = now;
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
        if (encoding != newEncoding) {
            encoding = newEncoding;
            outbox.recount(newEncoding);
        }
        traffic = null;
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
        if (frame != null) {
            sentFrames++;
            sentBytes += frame.size();
        }
    }

    /** When it got its place, in the core's nanoseconds. */
    long joinedAt() {
        return joinedAt;
    }

    /** How many frames it was sent. */
    long sentFrames() {
        return sentFrames;
    }

    /** How many bytes they had. */
    long sentBytes() {
        return sentBytes;
    }

    /** Where what it is sent is counted; looked up once, not for every frame. */
    Traffic traffic(HubFigures figures) {
        Traffic known = traffic;
        if (known == null) {
            known = figures.sent(carrier, encoding);
            traffic = known;
        }
        return known;
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
    }

    private int bytesInFlight() {
        return inFlight == null ? 0 : inFlight.size();
    }

    /** How many bytes wait for it: the frame on its way and its answers. */
    long waitingBytes() {
        return outbox.answerBytes() + bytesInFlight();
    }
}
