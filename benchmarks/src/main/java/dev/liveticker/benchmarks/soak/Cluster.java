package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.load.ServerProcess;
import dev.liveticker.benchmarks.scaling.NodeProcess;
import dev.liveticker.benchmarks.scaling.Patience;
import dev.liveticker.benchmarks.scaling.RedisProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The two nodes and their Redis, each a process of its own. The first node is never killed. */
final class Cluster implements Nodes, AutoCloseable {

    static final int ELDER = 0;
    static final int YOUNGER = 1;

    private static final String NAME = "soak";
    private static final Duration ROLES = Duration.ofMinutes(2);
    private static final String HEARTBEAT_SECONDS = "2";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final RedisProcess redis;
    private final Path listings;
    private final Passes passes;
    private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();

    /** How much processor time nodes had that are gone. */
    private double cpuOfTheDead;

    private Cluster(RedisProcess redis, Path listings, Passes passes) {
        this.redis = redis;
        this.listings = listings;
        this.passes = passes;
    }

    /** @param listings the file of what is traded */
    static Cluster start(Path listings, Passes passes) throws IOException {
        Cluster cluster = new Cluster(RedisProcess.start(), listings, passes);
        try {
            cluster.nodes.add(cluster.launch());
            Patience.until(ROLES, "the first node to lead", cluster.nodes.getFirst()::leads);
            cluster.nodes.add(cluster.launch());
        } catch (IOException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private NodeProcess launch() throws IOException {
        return NodeProcess.ofCommand(
                redis,
                NAME,
                "--instruments",
                listings.toString(),
                "--heartbeat",
                HEARTBEAT_SECONDS,
                "--auth-secret-file",
                passes.secret().toString());
    }

    @Override
    public int count() {
        return nodes.size();
    }

    @Override
    public URI address(int node) {
        return nodes.get(node).address();
    }

    NodeProcess node(int node) {
        return nodes.get(node);
    }

    RedisProcess redis() {
        return redis;
    }

    NodeQuestions questions(int node) {
        return new NodeQuestions(http, address(node), passes.operator());
    }

    List<NodeQuestions> questions() {
        List<NodeQuestions> all = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            all.add(questions(node));
        }
        return all;
    }

    /** SIGKILL, and another in its place, at another address. */
    void replaceYounger() throws IOException {
        NodeProcess old = nodes.get(YOUNGER);
        cpuOfTheDead += new ServerProcess(old.pid()).cpuSeconds();
        old.kill();
        old.close();
        nodes.set(YOUNGER, launch());
    }

    /** Until one leads and the other follows. */
    void awaitOrder() throws IOException {
        Patience.until(
                ROLES,
                "one node that leads and one that follows",
                () -> role(ELDER).equals("leading")
                        ? role(YOUNGER).equals("following")
                        : role(ELDER).equals("following") && role(YOUNGER).equals("leading"));
    }

    private String role(int node) {
        return nodes.get(node)
                .readiness()
                .map(said -> said.path("role").asString(""))
                .orElse("");
    }

    /** The one that leads. */
    int leader() throws IOException {
        awaitOrder();
        return nodes.get(ELDER).leads() ? ELDER : YOUNGER;
    }

    /** Processor time that nodes and Redis have had, seconds. */
    double cpuSeconds() throws IOException {
        double sum = cpuOfTheDead + redis.cpuSeconds();
        for (NodeProcess node : nodes) {
            sum += new ServerProcess(node.pid()).cpuSeconds();
        }
        return sum;
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
        redis.close();
        http.close();
    }
}
