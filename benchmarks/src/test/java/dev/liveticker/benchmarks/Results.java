package dev.liveticker.benchmarks;

import dev.liveticker.benchmarks.load.LoadResult;

/** Results made up for tests. */
final class Results {

    private Results() {}

    static LoadResult of(double deliveredPerSecond, double p99Millis) {
        return new LoadResult(
                "same",
                "ws",
                10,
                1,
                (long) deliveredPerSecond,
                false,
                deliveredPerSecond,
                deliveredPerSecond * 125,
                p99Millis / 4,
                p99Millis,
                p99Millis * 2,
                p99Millis * 3,
                0.5,
                500_000 / deliveredPerSecond,
                50_000,
                7,
                0,
                0);
    }

    static LoadResult lossy(LoadResult r) {
        return new LoadResult(
                r.workload(),
                r.transport(),
                r.connections() - 1,
                r.seconds(),
                r.delivered(),
                r.estimated(),
                r.deliveredPerSecond(),
                r.bytesPerSecond(),
                r.p50Millis(),
                r.p99Millis(),
                r.p999Millis(),
                r.maxMillis(),
                r.serverCpuSeconds(),
                r.cpuMicrosPerMessage(),
                r.serverRssKb(),
                r.rssPerConnectionKb(),
                1,
                0);
    }
}
