package dev.liveticker.benchmarks.scaling;

import dev.liveticker.benchmarks.load.LoadResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some nodes of one cluster, measured as they are loaded in turn. */
final class Rounds implements AutoCloseable {

    /** Until what runs hot is compiled. */
    static final Duration WARM_UP = Duration.ofSeconds(6);

    static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final @Nullable RedisProcess redis;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final int quotes;

    private Rounds(@Nullable RedisProcess redis, int quotes) {
        this.redis = redis;
        this.quotes = quotes;
    }

    /** A server on its own, with so many quotes a second. */
    static Rounds alone(int symbols, int quotes) throws IOException {
        Rounds rounds = new Rounds(null, quotes);
        rounds.nodes.add(NodeProcess.start(symbols, null, ""));
        rounds.nodes.getFirst().rate(quotes);
        return rounds;
    }

    /** Nodes of a new cluster, of which the first runs the market. */
    static Rounds of(RedisProcess redis, int count, int symbols, int quotes) throws IOException {
        Rounds rounds = new Rounds(redis, quotes);
        String name = "scaling-" + count + "-" + symbols + "-" + quotes;
        URI address = redis.address();
        try {
            for (int i = 0; i < count; i++) {
                NodeProcess node = NodeProcess.start(symbols, address, name);
                rounds.nodes.add(node);
                if (i == 0) {
                    Patience.until(LEASE, node::leads);
                }
                node.rate(quotes);
            }
        } catch (IOException e) {
            rounds.close();
            throw e;
        }
        return rounds;
    }

    /** As they fare without clients. */
    Round idle() throws IOException {
        Patience.pass(WARM_UP);
        Clock clock = Clock.of(redis, nodes);
        Patience.pass(WINDOW);
        return clock.round(0, quotes, List.of());
    }

    /** As they fare with such clients at each. */
    Round under(Load load) throws IOException {
        List<Load.Running> running = new ArrayList<>();
        try {
            for (NodeProcess node : nodes) {
                running.add(load.begin(node.address(), node.pid(), WARM_UP, WINDOW));
            }
            // The load clients measure after their warm-up; what is measured here lies in about the same seconds.
            Patience.pass(WARM_UP);
            Clock clock = Clock.of(redis, nodes);
            List<LoadResult> results = new ArrayList<>();
            Patience.pass(WINDOW);
            Clock.Reading end = clock.read();
            for (Load.Running each : running) {
                results.add(each.result());
            }
            return clock.round(end, load.connections(), quotes, results);
        } finally {
            running.forEach(Load.Running::close);
        }
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
    }

    /** What the kernel and Redis say at the beginning of a round. */
    private record Clock(@Nullable RedisProcess redis, List<NodeProcess> nodes, Reading begin) {

        record Reading(long nanos, double redisCpu, long redisBytes, long index, List<Double> nodeCpu) {}

        static Clock of(@Nullable RedisProcess redis, List<NodeProcess> nodes) throws IOException {
            return new Clock(redis, nodes, read(redis, nodes));
        }

        Reading read() throws IOException {
            return read(redis, nodes);
        }

        private static Reading read(@Nullable RedisProcess redis, List<NodeProcess> nodes) throws IOException {
            // First, since it may take a while to get.
            long index = nodes.getFirst().index();
            List<Double> cpu = new ArrayList<>();
            for (NodeProcess node : nodes) {
                cpu.add(node.cpuSeconds());
            }
            return new Reading(
                    System.nanoTime(),
                    redis == null ? 0 : redis.cpuSeconds(),
                    redis == null ? 0 : redis.outputBytes(),
                    index,
                    cpu);
        }

        Round round(int connections, int quotes, List<LoadResult> loads) throws IOException {
            return round(read(), connections, quotes, loads);
        }

        Round round(Reading end, int connections, int quotes, List<LoadResult> loads) {
            double seconds = (end.nanos - begin.nanos) / 1e9;
            List<Double> cpu = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                cpu.add((end.nodeCpu.get(i) - begin.nodeCpu.get(i)) / seconds);
            }
            return new Round(
                    nodes.size(),
                    connections,
                    quotes,
                    (end.index - begin.index) / seconds,
                    (end.redisCpu - begin.redisCpu) / seconds,
                    (end.redisBytes - begin.redisBytes) / seconds,
                    loads,
                    cpu);
        }
    }
}
