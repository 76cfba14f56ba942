package dev.liveticker.benchmarks.scaling;

import java.util.List;

/**
 * All rounds of a run.
 *
 * @param alone a server that is in no cluster
 * @param idle one, two and three nodes without clients
 * @param loaded the same with clients at each
 * @param doubled three nodes with twice as many clients at each
 * @param following two nodes of a larger market, without clients
 * @param all the same with clients of 20 symbols each
 * @param conflated the same, each symbol at most twice a second
 * @param deflated the same, compressed
 */
record Measured(
        Round alone,
        List<Round> idle,
        List<Round> loaded,
        Round doubled,
        Round following,
        Round all,
        Round conflated,
        Round deflated) {

    /** Seconds of a core that a following node takes for each quote of the market, whoever listens. */
    static double following(Round without) {
        return without.followerCpu() / without.quotes();
    }

    /** Seconds of a core that a following node takes for each message to a client, beside what it takes anyway. */
    static double perMessage(Round with, Round without) {
        return Math.max(0, with.followerCpu() - without.followerCpu()) / with.followerDelivered();
    }

    /** Redis' share of a core over the number of nodes. */
    Line redis() {
        return Line.through(
                idle.stream().map(round -> (double) round.nodes()).toList(),
                idle.stream().map(Round::redisCpu).toList());
    }

    /** What a following node should take with twice the clients, by what it took without and with some. */
    double expectedWhenDoubled() {
        Round three = idle.getLast();
        Round with = loaded.getLast();
        return three.followerCpu() + perMessage(with, three) * doubled.followerDelivered();
    }

    /** What clients like those of a round take. */
    Million million(long clients, Round round) {
        Round without = following;
        // What Redis does it does for each entry, so what was seen at one rate of entries is held against another's.
        double entries = without.entries() / idle.getLast().entries();
        Line line = redis();
        return new Million(
                clients,
                round.followerDelivered() / round.connections(),
                perMessage(round, without),
                round.bytesPerMessage(),
                without.followerCpu(),
                line.at0() * entries,
                Math.max(0, line.slope()) * entries,
                without.redisBytes() / without.nodes());
    }
}
