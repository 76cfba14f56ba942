package dev.liveticker.benchmarks.scaling;

import dev.liveticker.benchmarks.load.LoadResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some nodes of one cluster, measured as they are loaded in turn. */
final class Rounds implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(20);

    private final @Nullable RedisProcess redis;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final int quotes;
    private final Effort effort;

    private Rounds(@Nullable RedisProcess redis, int quotes, Effort effort) {
        this.redis = redis;
        this.quotes = quotes;
        this.effort = effort;
    }

    /** A server on its own. */
    static Rounds alone(Effort effort) throws IOException {
        Rounds rounds = new Rounds(null, effort.quotes(), effort);
        rounds.nodes.add(NodeProcess.alone(effort.symbols()));
        rounds.nodes.getFirst().rate(effort.quotes());
        return rounds;
    }

    /** Nodes of a new cluster, of which the first runs the market, with so many quotes a second. */
    static Rounds of(RedisProcess redis, int count, int symbols, int quotes, Effort effort) throws IOException {
        Rounds rounds = new Rounds(redis, quotes, effort);
        String name = "scaling-" + count + "-" + symbols + "-" + quotes;
        try {
            for (int i = 0; i < count; i++) {
                NodeProcess node = NodeProcess.synthetic(symbols, redis, name);
                rounds.nodes.add(node);
                if (i == 0) {
                    Patience.until(LEASE, "the first node to lead", node::leads);
                }
                node.rate(quotes);
            }
        } catch (IOException e) {
            rounds.close();
            throw e;
        }
        return rounds;
    }

    /** Lets their JVMs compile what such clients make run hot: a node is measured as it is after its first minute. */
    void grow(Load load) throws IOException {
        List<Load.Running> running = new ArrayList<>();
        try {
            begin(load, running);
            Patience.pass(effort.young());
        } finally {
            running.forEach(Load.Running::close);
        }
    }

    private void begin(Load load, List<Load.Running> running) throws IOException {
        for (NodeProcess node : nodes) {
            running.add(load.begin(node.address(), node.pid(), effort));
        }
    }

    /** As they fare without clients. */
    Round idle() throws IOException {
        Patience.pass(effort.warmUp());
        Reading begin = Reading.of(redis, nodes);
        Patience.pass(effort.window());
        return round(begin, Reading.of(redis, nodes), 0, List.of());
    }

    /** As they fare with such clients at each. */
    Round under(Load load) throws IOException {
        List<Load.Running> running = new ArrayList<>();
        try {
            begin(load, running);
            // The load clients measure after their warm-up; what is measured here lies in about the same seconds.
            Patience.pass(effort.warmUp());
            Reading begin = Reading.of(redis, nodes);
            Patience.pass(effort.window());
            Reading end = Reading.of(redis, nodes);
            List<LoadResult> results = new ArrayList<>();
            for (Load.Running each : running) {
                results.add(each.result());
            }
            return round(begin, end, load.connections(), results);
        } finally {
            running.forEach(Load.Running::close);
        }
    }

    private Round round(Reading begin, Reading end, int connections, List<LoadResult> loads) {
        if (redis != null && !nodes.getFirst().leads()) {
            System.err.println(
                    "  the market went to another node meanwhile: the machine is too busy for the next line");
        }
        double each = 1e9 / (end.nanos - begin.nanos);
        List<Cost> used = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            used.add(end.used.get(i).minus(begin.used.get(i)).times(each));
        }
        return new Round(
                nodes.size(),
                connections,
                quotes,
                each * (end.index - begin.index),
                each * (end.redisCpu - begin.redisCpu),
                each * (end.redisBytes - begin.redisBytes),
                loads,
                used);
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
    }

    /** What the kernel and Redis say at one moment. */
    private record Reading(long nanos, double redisCpu, long redisBytes, long index, List<Cost> used) {

        static Reading of(@Nullable RedisProcess redis, List<NodeProcess> nodes) throws IOException {
            // First, since it may take a while to get.
            long index = nodes.getFirst().index();
            List<Cost> used = new ArrayList<>();
            for (NodeProcess node : nodes) {
                used.add(node.used());
            }
            return new Reading(
                    System.nanoTime(),
                    redis == null ? 0 : redis.cpuSeconds(),
                    redis == null ? 0 : redis.outputBytes(),
                    index,
                    used);
        }
    }
}
