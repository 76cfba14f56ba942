package dev.liveticker.benchmarks.scaling;

import dev.liveticker.benchmarks.load.LoadResult;
import java.util.List;

/**
 * What was seen of some nodes for a while.
 *
 * @param nodes how many
 * @param connections to each
 * @param quotes a second in the market
 * @param entries of the log a second; 0 for a server on its own
 * @param redisCpu share of a core that Redis took
 * @param redisBytes that Redis sent in a second
 * @param loads of each node's clients, the market's node first; empty for no clients
 * @param used processor time that each node took in a second, in the same order
 */
record Round(
        int nodes,
        int connections,
        double quotes,
        double entries,
        double redisCpu,
        double redisBytes,
        List<LoadResult> loads,
        List<Cost> used) {

    double delivered() {
        return loads.stream().mapToDouble(LoadResult::deliveredPerSecond).sum();
    }

    double bytesPerMessage() {
        return loads.stream().mapToDouble(LoadResult::bytesPerSecond).sum() / delivered();
    }

    double worstP99() {
        return loads.stream().mapToDouble(LoadResult::p99Millis).max().orElse(Double.NaN);
    }

    int lost() {
        return loads.stream()
                .mapToInt(load -> load.disconnects() + load.errors())
                .sum();
    }

    /** Share of a core of the node that runs the market. */
    double leaderCpu() {
        return used.getFirst().cpu();
    }

    /** Processor time a second of a node that only follows, on the average; not a number where there is none. */
    Cost follower() {
        List<Cost> followers = used.subList(1, used.size());
        return followers.stream().reduce(new Cost(0, 0), Cost::plus).times(1.0 / followers.size());
    }

    /** Messages that a following node's clients get in a second, on the average; NaN where there is none. */
    double followerDelivered() {
        return loads.stream()
                .skip(1)
                .mapToDouble(LoadResult::deliveredPerSecond)
                .average()
                .orElse(Double.NaN);
    }
}
