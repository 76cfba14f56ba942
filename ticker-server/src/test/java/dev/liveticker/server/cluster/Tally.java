package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.Entry.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A replica whose market counts: each entry of it is the number after the last. So the log is right if, and only if,
 * each node has counted without a gap, and all the same.
 */
final class Tally implements Replica, AutoCloseable {

    private static final int PERIOD_MILLIS = 5;

    private final ScheduledExecutorService market = Executors.newSingleThreadScheduledExecutor();
    private final List<String> taken = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Journal> terms = new ArrayList<>();
    private final String own;
    private String epoch;
    private String fingerprint = "same";
    private long index;
    private long counted;
    private long next;
    private boolean serving;
    private boolean served;
    private int restored;
    private String indigestible = "none";
    private Journal journal;

    /** @param epoch its own, before it has any of a cluster */
    Tally(String epoch) {
        this.own = epoch;
        this.epoch = epoch;
    }

    /** Belongs to a market of another kind. */
    Tally(String epoch, String fingerprint) {
        this(epoch);
        this.fingerprint = fingerprint;
    }

    /** Cannot take this in from now on, as if it were of another release. */
    synchronized void refuse(String text) {
        indigestible = text;
    }

    @Override
    public synchronized CompletableFuture<State> capture() {
        String body = fingerprint + "\n" + counted + "\n" + String.join(",", taken);
        return CompletableFuture.completedFuture(new State(epoch, index, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public synchronized void restore(State state) throws UnfitStateException {
        String[] parts = new String(state.body(), StandardCharsets.UTF_8).split("\n", -1);
        if (!parts[0].equals(fingerprint)) {
            throw new UnfitStateException("it is of the market " + parts[0] + ", this node has " + fingerprint);
        }
        if (journal != null) {
            wrong.add("restored while leading");
        }
        epoch = state.epoch();
        index = state.index();
        counted = Long.parseLong(parts[1]);
        taken.clear();
        taken.addAll(parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",", -1)));
        restored++;
    }

    @Override
    public synchronized void apply(Entry entry) {
        if (entry.index() != index + 1) {
            wrong.add("entry " + entry.index() + " after " + index);
        }
        String text = new String(entry.payload(), StandardCharsets.UTF_8);
        if (text.equals(indigestible)) {
            throw new IllegalArgumentException("this is of another release");
        }
        index = entry.index();
        taken.add(text);
        if (entry.kind() == Kind.MARKET) {
            if (Long.parseLong(text) != counted + 1) {
                wrong.add("counted " + text + " after " + counted);
            }
            counted = Long.parseLong(text);
        }
    }

    @Override
    public synchronized void lead(Journal fenced) {
        if (journal != null) {
            wrong.add("led twice");
        }
        journal = fenced;
        terms.add(fenced);
        next = counted + 1;
        market.execute(() -> count(fenced));
    }

    @Override
    public synchronized void follow() {
        journal = null;
    }

    @Override
    public synchronized void serving(boolean useful) {
        serving = useful;
        served |= useful;
    }

    // What cannot be added ends the term; a journal is itself and no other.
    @SuppressWarnings({"FutureReturnValueIgnored", "ReferenceEquality"})
    private synchronized void count(Journal term) {
        if (journal == term) {
            term.append(Kind.MARKET, String.valueOf(next).getBytes(StandardCharsets.UTF_8));
            next++;
            market.schedule(() -> count(term), PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized boolean leads() {
        return journal != null;
    }

    synchronized boolean serves() {
        return serving;
    }

    synchronized boolean everServed() {
        return served;
    }

    synchronized long counted() {
        return counted;
    }

    synchronized int restored() {
        return restored;
    }

    synchronized String epoch() {
        return epoch;
    }

    String ownEpoch() {
        return own;
    }

    /** Journals of the times that it ran the market, oldest first. */
    synchronized List<Journal> terms() {
        return List.copyOf(terms);
    }

    /** All that it has taken in, in order. */
    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    /** What must never happen and did. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        market.shutdownNow();
    }
}
