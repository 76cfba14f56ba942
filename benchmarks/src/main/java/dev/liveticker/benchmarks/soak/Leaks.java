package dev.liveticker.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges whether a process grew between quiet points at which it had the same to do. A server fills what it keeps for a
 * while after its start: 100,000 lossless messages for resuming, and the newest thousand trades of each symbol.
 *
 * @param steadyAfter the age from which a process holds all that it ever keeps
 */
record Leaks(Duration steadyAfter) {

    /** By how much live objects may differ with which clients are where, of a process that holds all it keeps. */
    static final double HEAP_SHARE = 0.15;

    static final long HEAP_BYTES = 12L << 20;

    /** By how much more they may grow in a process that is still filling what it keeps. */
    static final long FILLING_BYTES = 128L << 20;

    static final int THREADS = 12;
    static final int FILES = 24;

    /** The clients' own sockets are among their files, and feeds keep some for a while that they may need again. */
    static final int FILES_OF_CLIENTS = 400;

    /** Feeds make threads as they have something to wait for. */
    static final int THREADS_OF_CLIENTS = 60;

    /** As docs and runs have it: what the market of the soak fills within three quarters of an hour. */
    static Leaks usual() {
        return new Leaks(Duration.ofMinutes(45));
    }

    /** What grew; empty if nothing did. Of each process the last reading is held against the first steady one. */
    List<String> judge(List<Vitals> readings) {
        Map<Long, List<Vitals>> byProcess = new LinkedHashMap<>();
        readings.forEach(reading ->
                byProcess.computeIfAbsent(reading.pid(), _ -> new ArrayList<>()).add(reading));
        List<String> grown = new ArrayList<>();
        for (List<Vitals> of : byProcess.values()) {
            if (of.size() > 1) {
                List<Vitals> earlier = of.subList(0, of.size() - 1);
                Vitals first = earlier.stream()
                        .filter(reading -> reading.age().compareTo(steadyAfter) >= 0)
                        .findFirst()
                        .orElse(earlier.getFirst());
                grown.addAll(judge(first, of.getLast()));
            }
        }
        return grown;
    }

    private List<String> judge(Vitals first, Vitals last) {
        boolean steady = first.age().compareTo(steadyAfter) >= 0;
        long heap = (long) (first.heapBytes() * HEAP_SHARE) + HEAP_BYTES + (steady ? 0 : FILLING_BYTES);
        List<String> grown = new ArrayList<>();
        grew(grown, last.process() + "'s heap, bytes", first.heapBytes(), last.heapBytes(), heap);
        boolean node = last.isNode();
        int threads = node ? THREADS : THREADS_OF_CLIENTS;
        int files = node ? FILES : FILES_OF_CLIENTS;
        grew(grown, last.process() + "'s threads", first.threads(), last.threads(), threads);
        grew(grown, last.process() + "'s open files", first.files(), last.files(), files);
        return grown;
    }

    /**
     * Whether all that clients took was given back: what is held with none of them there.
     *
     * @param before they came
     * @param after they went, of the same process
     */
    List<String> left(Vitals before, Vitals after) {
        List<String> left = new ArrayList<>();
        grew(left, after.process() + "'s threads", before.threads(), after.threads(), THREADS);
        grew(left, after.process() + "'s open files", before.files(), after.files(), FILES);
        return left;
    }

    private static void grew(List<String> grown, String what, long before, long after, long slack) {
        if (after > before + slack) {
            grown.add(what + ": " + before + ", then " + after);
        }
    }
}
