package dev.liveticker.benchmarks.load;

/**
 * What one run measured. Times are wall-clock of the measured window alone; latency is from the time a quote says it
 * was made to when the client's thread came upon it.
 *
 * @param connections that had a stream at the end
 * @param seconds the window's length
 * @param delivered messages counted; where {@code estimated}, reckoned from a sample of the connections
 * @param serverCpuSeconds processor time of the server's process in the window; -1 where it is unknown
 * @param rssPerConnectionKb growth of the server's memory since before the first connection, a connection
 * @param disconnects streams that ended early
 * @param errors connections that got no stream
 */
public record LoadResult(
        String workload,
        String transport,
        int connections,
        double seconds,
        long delivered,
        boolean estimated,
        double deliveredPerSecond,
        double bytesPerSecond,
        double p50Millis,
        double p99Millis,
        double p999Millis,
        double maxMillis,
        double serverCpuSeconds,
        double cpuMicrosPerMessage,
        long serverRssKb,
        double rssPerConnectionKb,
        int disconnects,
        int errors) {}
