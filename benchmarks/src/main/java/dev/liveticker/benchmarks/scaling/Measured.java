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
        Pair all,
        Pair conflated,
        Pair deflated) {

    /** Clients of one kind, and half as many of them. */
    record Pair(Round whole, Round half) {}

    /** What a following node takes for each quote of the market, whoever listens. */
    static Cost following(Round without) {
        return without.follower().times(1 / without.quotes());
    }

    /** What a following node takes for each message to a client, beside what it takes anyway. */
    static Cost perMessage(Round with, Round without) {
        return with.follower().minus(without.follower()).atLeastNothing().times(1 / with.followerDelivered());
    }

    /** Redis' share of a core over the number of nodes. */
    Line redis() {
        return Line.through(
                idle.stream().map(round -> (double) round.nodes()).toList(),
                idle.stream().map(Round::redisCpu).toList());
    }

    /** What a following node should take with more clients, by what it took without and with some. */
    static Cost expected(Round more, Round some, Round without) {
        return without.follower().plus(perMessage(some, without).times(more.followerDelivered()));
    }

    /** What clients like those of a round take. */
    Million million(long clients, Round round) {
        // What Redis does it does for each entry, so what was seen at one rate of entries is held against another's.
        double entries = idle.getLast().entries();
        Line line = redis();
        return new Million(
                clients,
                round.followerDelivered() / round.connections(),
                perMessage(round, following),
                round.bytesPerMessage(),
                following.follower(),
                following.entries(),
                new Line(line.at0() / entries, Math.max(0, line.slope()) / entries),
                following.redisBytes() / following.nodes() / following.entries());
    }
}
