package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.Survey.Kept;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings states from Redis to the replica and from the replica to Redis. On the loop alone. */
final class States {

    private static final Logger LOG = LoggerFactory.getLogger(States.class);

    /** What comes of it. Exactly one is called, on the loop. */
    interface Outcome {

        /** The replica is at that place of the log now. */
        void at(String epoch, long index);

        /** There is no state that could be gone on from. */
        void none();

        /** There is one, and this node cannot take it up. */
        void unfit(String why);

        /** It did not work, and may when it is tried again. */
        void failed(Throwable why);
    }

    private final Replica replica;
    private final Keys keys;
    private final Loop loop;
    private final Counters counters;
    private final RandomGenerator random;

    States(Replica replica, Keys keys, Loop loop, Counters counters, RandomGenerator random) {
        this.replica = replica;
        this.keys = keys;
        this.loop = loop;
        this.counters = counters;
        this.random = random;
    }

    /** The replica takes up a state that the log can be followed from. */
    void restore(Link link, Outcome outcome) {
        loop.when(
                link.ask(Script.SURVEY),
                answer -> {
                    Survey survey = Survey.of(answer);
                    Kept chosen = survey.chosen();
                    if (chosen == null) {
                        outcome.none();
                    } else {
                        fetch(link, chosen.equals(survey.older()) ? keys.olderState() : keys.state(), chosen, outcome);
                    }
                },
                outcome::failed);
    }

    private void fetch(Link link, byte[] key, Kept chosen, Outcome outcome) {
        loop.when(
                link.fields(key, "epoch", "index", "body"),
                fields -> {
                    if (fits(fields, chosen)) {
                        take(new State(chosen.epoch(), chosen.index(), fields.get(2)), outcome);
                    } else {
                        // Another was stored between the two looks.
                        restore(link, outcome);
                    }
                },
                outcome::failed);
    }

    private static boolean fits(List<byte[]> fields, Kept chosen) {
        return chosen.epoch().equals(Glance.text(fields.get(0)))
                && String.valueOf(chosen.index()).equals(Glance.text(fields.get(1)));
    }

    private void take(State state, Outcome outcome) {
        try {
            replica.restore(state);
        } catch (UnfitStateException e) {
            outcome.unfit(String.valueOf(e.getMessage()));
            return;
        } catch (RuntimeException e) {
            LOG.error("The state at entry {} could not be taken up", state.index(), e);
            outcome.unfit("it cannot be read");
            return;
        }
        counters.restored.increment();
        outcome.at(state.epoch(), state.index());
    }

    /**
     * Begins a log with what the replica is.
     *
     * @param lease this node's
     * @param replaced the epoch of the log that is given up; absent if there is none
     * @param anew whether the replica's numbering must not go on under the same name
     */
    void found(Link link, String lease, @Nullable String replaced, boolean anew, Outcome outcome) {
        loop.when(
                capture(),
                state -> {
                    State first = anew ? new State(RandomNames.epoch(random), state.index(), state.body()) : state;
                    loop.when(
                            link.carry(
                                    Script.FOUND,
                                    Link.bytes(lease),
                                    Link.bytes(replaced == null ? "" : replaced),
                                    Link.bytes(first.epoch()),
                                    Link.bytes(first.index()),
                                    first.body()),
                            done -> founded(done == 1, first, anew, outcome),
                            outcome::failed);
                },
                outcome::failed);
    }

    private void founded(boolean done, State first, boolean anew, Outcome outcome) {
        if (!done) {
            outcome.failed(new FencedException("another node was faster"));
        } else if (anew) {
            take(first, outcome);
        } else {
            outcome.at(first.epoch(), first.index());
        }
    }

    /**
     * Stores a checkpoint.
     *
     * @param lease this node's
     * @param stored told the last entry in it
     */
    void store(Link link, String lease, Consumer<Long> stored, Consumer<Throwable> failed) {
        loop.when(
                capture(),
                state -> loop.when(
                        link.carry(
                                Script.STORE,
                                Link.bytes(lease),
                                Link.bytes(state.epoch()),
                                Link.bytes(state.index()),
                                state.body()),
                        done -> {
                            if (done == 1) {
                                counters.checkpoints.increment();
                                stored.accept(state.index());
                            } else {
                                failed.accept(new FencedException("the market is another node's by now"));
                            }
                        },
                        failed),
                failed);
    }

    private CompletableFuture<State> capture() {
        try {
            return replica.capture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
