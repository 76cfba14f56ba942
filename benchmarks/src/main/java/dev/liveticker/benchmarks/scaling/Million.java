package dev.liveticker.benchmarks.scaling;

/**
 * What so many clients take, from what one message, one entry and one quote cost.
 *
 * @param clients how many
 * @param messages that each gets in a second
 * @param cpuPerMessage seconds of a core
 * @param bytesPerMessage on the line to the client
 * @param market share of a core that a node takes for following the market
 * @param redisAt0 share of a core that Redis takes without a follower
 * @param redisPerNode share of a core more for each node
 * @param redisBytesPerNode that Redis sends to each node in a second
 */
record Million(
        long clients,
        double messages,
        double cpuPerMessage,
        double bytesPerMessage,
        double market,
        double redisAt0,
        double redisPerNode,
        double redisBytesPerNode) {

    /** Of a node: cores it has for this, and how full they may be. */
    static final int CORES = 8;

    static final double FULL = 0.6;

    /** What a node's network link carries, bytes a second, and how full it may be: 10 Gbit/s. */
    static final double LINK = 10e9 / 8;

    /** A node's connections; above the default of --max-connections, with memory and files raised to it. */
    static final int CONNECTIONS = 50_000;

    /** Of a core, for what Redis does on its one thread. */
    static final double REDIS_FULL = 0.6;

    double messagesInAll() {
        return clients * messages;
    }

    double bytesInAll() {
        return messagesInAll() * bytesPerMessage;
    }

    /** By processor time alone. */
    long nodesByCpu() {
        double free = CORES * FULL - market;
        if (free <= 0) {
            throw new IllegalArgumentException("a node cannot even follow this market");
        }
        return (long) Math.ceil(messagesInAll() * cpuPerMessage / free);
    }

    /** By the network link alone. */
    long nodesByLink() {
        return (long) Math.ceil(bytesInAll() / (LINK * FULL));
    }

    /** By connections alone. */
    long nodesByConnections() {
        return (clients + CONNECTIONS - 1) / CONNECTIONS;
    }

    /** By whichever wants the most. */
    long nodes() {
        return Math.max(nodesByCpu(), Math.max(nodesByLink(), nodesByConnections()));
    }

    /** What wants the most. */
    String limit() {
        long nodes = nodes();
        return nodes == nodesByCpu() ? "processor" : nodes == nodesByLink() ? "network" : "connections";
    }

    /** How many Redis servers share the symbols, so that none is fuller than it may be. */
    long shards() {
        double whole = redisAt0 + redisPerNode * nodes();
        return Math.max(1, (long) Math.ceil(whole / REDIS_FULL));
    }

    /** What all Redis servers together send to the nodes in a second. */
    double redisBytes() {
        return redisBytesPerNode * nodes();
    }
}
