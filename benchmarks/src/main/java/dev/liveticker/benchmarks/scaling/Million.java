package dev.liveticker.benchmarks.scaling;

/**
 * What so many clients take, from what one message, one entry and one quote cost.
 *
 * @param clients how many
 * @param messages that each gets in a second
 * @param perMessage seconds that a node takes for one
 * @param bytesPerMessage on the line to the client
 * @param market that a node takes a second for following the market
 * @param entries of the log a second
 * @param redis seconds of Redis' thread for an entry, over the number of nodes that follow
 * @param redisBytes that Redis sends to each node for an entry
 */
record Million(
        long clients,
        double messages,
        Cost perMessage,
        double bytesPerMessage,
        Cost market,
        double entries,
        Line redis,
        double redisBytes) {

    /** Of a node: cores it has for this. */
    static final int CORES = 8;

    /** How full cores, a thread and a link may be, so that what waits for them does not wait long. */
    static final double FULL = 0.6;

    /** What a node's network link carries, bytes a second: 10 Gbit/s. */
    static final double LINK = 10e9 / 8;

    /** A node's connections; above the default of --max-connections, with memory and files raised to it. */
    static final int CONNECTIONS = 50_000;

    /** What can be the reason for so many nodes. */
    enum Limit {
        PROCESSOR("processor"),
        HUB("hub's thread"),
        NETWORK("network"),
        CONNECTIONS("connections");

        final String inWords;

        Limit(String inWords) {
            this.inWords = inWords;
        }
    }

    double messagesInAll() {
        return clients * messages;
    }

    double bytesInAll() {
        return messagesInAll() * bytesPerMessage;
    }

    /** By one of the limits alone. */
    long nodesBy(Limit limit) {
        return switch (limit) {
            case PROCESSOR -> shared(messagesInAll() * perMessage.cpu(), CORES * FULL - market.cpu());
            case HUB -> shared(messagesInAll() * perMessage.hub(), FULL - market.hub());
            case NETWORK -> shared(bytesInAll(), LINK * FULL);
            case CONNECTIONS -> shared((double) clients, CONNECTIONS);
        };
    }

    private static long shared(double whole, double each) {
        if (each <= 0) {
            throw new IllegalArgumentException("a node cannot even follow this market");
        }
        return Math.max(1, (long) Math.ceil(whole / each));
    }

    /** What wants the most nodes. */
    Limit limit() {
        Limit most = Limit.PROCESSOR;
        for (Limit limit : Limit.values()) {
            if (nodesBy(limit) > nodesBy(most)) {
                most = limit;
            }
        }
        return most;
    }

    /** By whichever wants the most. */
    long nodes() {
        return nodesBy(limit());
    }

    /** Cores of all nodes together, since several may share a machine. */
    double cores() {
        return (messagesInAll() * perMessage.cpu() + nodes() * market.cpu()) / FULL;
    }

    /** How many Redis servers share the symbols, so that none is fuller than it may be. */
    long shards() {
        return shared(entries * redis.at((double) nodes()), FULL);
    }

    /** What all Redis servers together send to the nodes in a second. */
    double redisBytesInAll() {
        return redisBytes * entries * nodes();
    }
}
