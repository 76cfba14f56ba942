package dev.liveticker.server.cluster;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node does in its cluster: it looks at Redis again and again ({@link Pulse}), and follows the log, takes up
 * a state, begins a log or runs the market accordingly. On the loop alone, but for {@link #standing}.
 */
final class Node implements Following.Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    /** After a state that this node cannot take up, or an entry that it cannot take in. */
    private static final Duration AFTER_UNFIT = Duration.ofSeconds(10);

    private final String self;
    private final Duration lease;
    private final States states;
    private final Following following;
    private final Pulse pulse;
    private final Checkpoints checkpoints;
    private final Appearance appearance;
    private final Leadership leadership;
    private final Loop loop;
    private final Requests requests;
    private final LongSupplier nanos;

    private @Nullable Link link;
    private @Nullable Glance glance;
    private @Nullable String complaint;
    private long beaten;
    private long linkedAt;
    private long aloneSince;
    private long restoreAfter;
    private boolean inTouch;
    private boolean ahead;
    private boolean nothingKept;
    private boolean busy;

    Node(
            String self,
            ClusterSettings settings,
            Replica replica,
            States states,
            Loop loop,
            Keys keys,
            Appender appender,
            Requests requests,
            Counters counters,
            Clocks clocks) {
        this.self = self;
        this.lease = settings.lease();
        this.states = states;
        this.following = new Following(replica, clocks.wall(), counters, loop, this);
        this.pulse = new Pulse(self, settings.lease(), loop, counters, clocks.nanos());
        this.checkpoints = new Checkpoints(states, new CheckpointPlan(settings.retained()), clocks.nanos());
        this.appearance = new Appearance(self, settings.patience(), replica);
        this.leadership = new Leadership(self, replica, pulse.lease(), appender, requests, this::broken);
        this.loop = loop;
        this.requests = requests;
        this.nanos = clocks.nanos();
        this.aloneSince = nanos.getAsLong();
        this.restoreAfter = aloneSince;
        this.beaten = aloneSince;
    }

    /** Safe in any thread. */
    Standing standing() {
        return appearance.standing();
    }

    /** {@code node:token} while this node may run the market. */
    @Nullable
    String lease() {
        return pulse.lease().holder();
    }

    void linked(Link newLink) {
        link = newLink;
        linkedAt = nanos.getAsLong();
        glance = null;
        busy = false;
        nothingKept = false;
        following.linked(newLink);
        pulse.at(newLink, Aim.NONE, following.applied(), this::looked);
    }

    void unlinked() {
        link = null;
        glance = null;
        pulse.stop();
        leadership.end("the link to Redis is over");
        following.unlinked();
        apart();
        publish();
    }

    /** Whether the link has lasted for a while. */
    boolean lasts() {
        return link != null && nanos.getAsLong() - linkedAt > lease.toNanos();
    }

    /** To be called often: many times in the time of a lease. */
    void beat() {
        long now = nanos.getAsLong();
        if (now - beaten > pulse.patience().toNanos() / 2) {
            pulse.excuse(now);
        }
        beaten = now;
        if (pulse.lease().ranOut(now)) {
            leadership.end("it could not renew its lease in time");
        }
        Link over = link;
        if (over != null) {
            if (pulse.silent(now)) {
                LOG.warn(
                        "Redis has not answered for {} ms; the node connects anew",
                        pulse.patience().toMillis());
                over.close();
            } else if (pulse.due(now)) {
                look();
            }
            String holder = pulse.lease().holder();
            if (leadership.leads() && holder != null && !busy) {
                checkpoints.consider(over, holder, following.applied());
            }
        }
        publish();
    }

    /** Nobody runs the market any more. */
    void vacant() {
        look();
        publish();
    }

    /** Something was published among the entries. */
    void heard(byte[] message) {
        following.heard(message);
        lead();
    }

    /** What was published has been looked through, for now. */
    void heardAll() {
        publish();
    }

    @Override
    public void caughtUp() {
        String epoch = following.epoch();
        if (link != null && epoch != null) {
            inTouch = true;
            complaint = null;
            requests.open(link, epoch);
            lead();
            publish();
        }
    }

    @Override
    public void lostTrack(String why) {
        if (!why.equals(complaint)) {
            complaint = why;
            LOG.warn("Node {} cannot go on in the log: {}; it takes up a state", self, why);
        }
        leadership.end("it lost its place in the log");
        apart();
        publish();
    }

    @Override
    public void stuck(String why) {
        restoreAfter = nanos.getAsLong() + AFTER_UNFIT.toNanos();
        lostTrack(why);
    }

    /** Something went wrong in here: begins again with a new link. */
    void startOver() {
        Link over = link;
        if (over != null) {
            over.close();
        }
    }

    /** Runs the market no longer, and leaves the log. */
    void leave() {
        leadership.end("it leaves the cluster");
        link = null;
        pulse.stop();
        following.unlinked();
        apart();
        publish();
    }

    private void look() {
        Link at = link;
        if (at == null) {
            return;
        }
        if (pulse.looking()) {
            pulse.soon();
        } else {
            pulse.at(at, aim(), following.applied(), this::looked);
        }
    }

    private Aim aim() {
        Glance last = glance;
        if (busy || last == null) {
            return Aim.NONE;
        }
        boolean log = last.epoch() != null;
        return Aim.of(new Aim.View(
                log,
                log && following.onTrack() && Objects.equals(last.epoch(), following.epoch()),
                last.index() - following.applied(),
                ahead,
                following.informed(),
                nothingKept,
                nanos.getAsLong() - linkedAt >= lease.toNanos()));
    }

    private void looked(Pulse.Look look) {
        Glance now = look.glance();
        glance = now;
        switch (look.lease()) {
            case TAKEN -> leadership.taken(look.aim(), now.index());
            case LOST ->
                leadership.end("the lease is " + (now.lease() == null ? "gone" : "that of node " + now.leader()));
            case AS_BEFORE -> {}
        }
        if (!busy) {
            judge(now, look.applied());
        }
        lead();
        publish();
        if (look.aim() == Aim.NONE && now.lease() == null && pulse.lease().holder() == null && aim() != Aim.NONE) {
            // It is free, and this node did not know yet that it wants it.
            look();
        }
    }

    private void judge(Glance now, long appliedThen) {
        Link at = link;
        if (at == null) {
            return;
        }
        if (now.epoch() == null) {
            stray("Redis has no log of this cluster");
            found(at, null);
        } else if (!following.onTrack() || !now.epoch().equals(following.epoch())) {
            if (following.onTrack()) {
                stray("the log has begun anew");
            }
            if (!found(at, now.epoch()) && !(ahead && now.lease() == null)) {
                restore(at);
            }
        } else if (now.index() < appliedThen) {
            stray("Redis has lost entries after " + now.index() + ", this node has them up to " + appliedThen);
            ahead = true;
        } else {
            following.seen(now.index());
        }
    }

    private void stray(String why) {
        if (following.onTrack()) {
            LOG.warn("Node {} leaves the log: {}", self, why);
            following.strayed();
        }
        if (leadership.toLead()) {
            leadership.end(why);
        }
        apart();
    }

    /** Begins a log if the lease was taken for that; whether it was. */
    private boolean found(Link at, @Nullable String replaced) {
        String holder = leadership.toFound();
        if (holder == null) {
            return false;
        }
        busy = true;
        boolean anew = following.informed() || replaced != null;
        states.found(at, holder, replaced, anew, new Taken(at, "A log could not be begun"));
        return true;
    }

    private void restore(Link at) {
        if (nanos.getAsLong() - restoreAfter >= 0) {
            if (pulse.lease().holder() != null) {
                leadership.end("it has to take up a state first");
            }
            busy = true;
            states.restore(at, new Taken(at, "A state could not be had"));
        }
    }

    private void lead() {
        Link at = link;
        if (at != null && inTouch && !busy && leadership.begin(at, following, nanos.getAsLong())) {
            checkpoints.begin(following.applied());
            publish();
        }
    }

    private void broken(Throwable why) {
        loop.run(() -> {
            LOG.warn("An entry could not be added: {}", why.toString());
            leadership.end("the log must not have gaps");
            look();
            publish();
        });
    }

    private void apart() {
        requests.shut();
        if (inTouch) {
            inTouch = false;
            aloneSince = nanos.getAsLong();
        }
    }

    private void publish() {
        Duration alone = Duration.ofNanos(nanos.getAsLong() - aloneSince);
        appearance.show(new Standpoint(following.informed(), inTouch, leadership.leads(), alone), glance, following);
    }

    /** Goes on after a state was taken up, or could not be. */
    private final class Taken implements States.Outcome {

        private final Link over;
        private final String otherwise;

        Taken(Link over, String otherwise) {
            this.over = over;
            this.otherwise = otherwise;
        }

        /** Whether it is still what the node waits for; if so, it waits no longer. */
        private boolean awaited() {
            if (over != link) {
                return false;
            }
            busy = false;
            return true;
        }

        @Override
        public void at(String epoch, long index) {
            // The replica is there now, whatever has become of the link.
            boolean awaited = awaited();
            ahead = false;
            nothingKept = false;
            LOG.info("Node {} is at entry {} of log {}", self, index, epoch);
            following.become(epoch, index);
            leadership.founded(index);
            if (awaited) {
                following.seen(index);
            }
            publish();
        }

        @Override
        public void none() {
            if (awaited()) {
                nothingKept = true;
                look();
            }
        }

        @Override
        public void unfit(String why) {
            if (!awaited()) {
                return;
            }
            nothingKept = false;
            restoreAfter = nanos.getAsLong() + AFTER_UNFIT.toNanos();
            leadership.end("it cannot take up the state");
            following.forget();
            apart();
            if (!why.equals(complaint)) {
                complaint = why;
                LOG.error(
                        "The cluster's state does not fit this node, which serves nobody until there is one that does: {}",
                        why);
            }
            publish();
        }

        @Override
        public void failed(Throwable why) {
            if (awaited()) {
                LOG.warn("{}: {}", otherwise, why.toString());
            }
        }
    }
}
