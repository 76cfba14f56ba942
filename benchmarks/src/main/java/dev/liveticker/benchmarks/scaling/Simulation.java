package dev.liveticker.benchmarks.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * A cluster of many nodes for some seconds, entry by entry, to see whether what the arithmetic says of averages also
 * holds where entries come at random and wait for each other. All nodes are alike, so that one of them is looked at.
 *
 * <p>An entry comes at random (a Poisson process) to one of the Redis servers, waits for its one thread, goes to the
 * node, waits for the hub's thread, then for the other cores, then for the link; each takes what comes in order. How
 * many messages an entry makes is random too (a Poisson number of clients want it).
 *
 * @param million what everything costs
 * @param nodes how many share the clients
 * @param shards how many Redis servers share the symbols
 */
record Simulation(Million million, long nodes, long shards) {

    private static final long SEED = 20_261_126;
    private static final long LONGEST_MICROS = 3_600_000_000L;

    /**
     * What came of it.
     *
     * @param redis share of the time that a Redis' thread was busy
     * @param hub the hub's thread
     * @param cores the other cores
     * @param link the link
     * @param medianMillis from an entry's making to the last byte of what it makes for clients
     * @param p99Millis likewise, of the slowest in a hundred
     * @param behindMillis of the last entry
     */
    record Outcome(
            double redis,
            double hub,
            double cores,
            double link,
            double medianMillis,
            double p99Millis,
            double behindMillis) {

        double fullest() {
            return Math.max(Math.max(redis, hub), Math.max(cores, link));
        }
    }

    /** As the arithmetic has it. */
    static Simulation of(Million million) {
        return new Simulation(million, million.nodes(), million.shards());
    }

    /** With other nodes for the same clients. */
    Simulation withNodes(long other) {
        return new Simulation(million, Math.max(1, other), shards);
    }

    /** What happens in so many seconds. */
    Outcome run(double seconds) {
        SplittableRandom random = new SplittableRandom(SEED);
        Queue hub = new Queue();
        Queue cores = new Queue();
        Queue link = new Queue();
        Histogram delays = new Histogram(LONGEST_MICROS, 3);
        double messages = million.messagesInAll() / nodes / million.entries();
        Cost following = million.market().times(1 / million.entries());
        double otherCores = Million.CORES - 1.0;
        double last = 0;
        List<Arrival> entries = arrivals(random, seconds);
        for (Arrival entry : entries) {
            double made = poisson(random, messages);
            Cost work = million.perMessage().times(made).plus(following);
            double passed = hub.take(entry.there, work.hub());
            passed = cores.take(passed, Math.max(0, work.cpu() - work.hub()) / otherCores);
            passed = link.take(passed, made * million.bytesPerMessage() / Million.LINK);
            last = passed - entry.made;
            delays.recordValue(Math.clamp(Math.round(last * 1e6), 0, LONGEST_MICROS));
        }
        return new Outcome(
                entries.size() * million.redis().at((double) nodes) / seconds / shards,
                hub.busy / seconds,
                cores.busy / seconds,
                link.busy / seconds,
                delays.getValueAtPercentile(50) / 1e3,
                delays.getValueAtPercentile(99) / 1e3,
                last * 1e3);
    }

    /** An entry: when it was made, and when the node has it. */
    private record Arrival(double made, double there) {}

    private List<Arrival> arrivals(SplittableRandom random, double seconds) {
        Queue[] redis = new Queue[Math.toIntExact(shards)];
        Arrays.setAll(redis, _ -> new Queue());
        double service = million.redis().at((double) nodes);
        List<Arrival> arrivals = new ArrayList<>();
        double made = random.nextExponential() / million.entries();
        while (made < seconds) {
            Queue server = redis[random.nextInt(redis.length)];
            arrivals.add(new Arrival(made, server.take(made, service)));
            made += random.nextExponential() / million.entries();
        }
        arrivals.sort((one, other) -> Double.compare(one.there, other.there));
        return arrivals;
    }

    /** A Poisson number, by the normal one that is as good as it where the mean is large. */
    private static double poisson(SplittableRandom random, double mean) {
        if (mean > 30) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double product = random.nextDouble();
        double least = Math.exp(-mean);
        int number = 0;
        while (product > least) {
            product *= random.nextDouble();
            number++;
        }
        return number;
    }

    /** One at a time, in the order in which they come (Lindley's recursion). */
    private static final class Queue {

        private double free;
        private double busy;

        /** When that is done which comes then and takes so long. */
        double take(double comes, double takes) {
            free = Math.max(free, comes) + takes;
            busy += takes;
            return free;
        }
    }
}
