package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Nodes in one process that meet in a real Redis. */
abstract class ClusterFixture {

    private final List<ClusterNode> nodes = new ArrayList<>();

    RedisServer redis;

    @BeforeEach
    void startRedis() throws IOException {
        redis = RedisServer.start();
    }

    @AfterEach
    void endAll() throws IOException {
        for (ClusterNode node : nodes) {
            node.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    ClusterNode join(String epoch) throws IOException {
        return keep(ClusterNode.join(redis, epoch));
    }

    ClusterNode join(Tally tally, int retained) throws IOException {
        return keep(ClusterNode.join(redis, tally, retained));
    }

    /** Two nodes; the first one leads. */
    List<ClusterNode> pair() throws IOException {
        ClusterNode first = join("first");
        soon().until(first::leads);
        ClusterNode second = join("second");
        soon().until(second::follows);
        return List.of(first, second);
    }

    /**
     * Waits until each of them has counted so far that all know of each other's past, and says that nothing went wrong.
     */
    static void agree(ClusterNode... nodes) {
        long target = Arrays.stream(nodes)
                        .mapToLong(node -> node.tally.counted())
                        .max()
                        .orElse(0)
                + 20;
        soon().untilAsserted(() -> assertThat(nodes)
                .allSatisfy(node -> assertThat(node.tally.counted()).isGreaterThanOrEqualTo(target)));
        List<List<String>> all =
                Arrays.stream(nodes).map(node -> node.tally.taken()).toList();
        int shortest = all.stream().mapToInt(List::size).min().orElse(0);
        for (List<String> each : all) {
            assertThat(each.subList(0, shortest)).isEqualTo(all.getFirst().subList(0, shortest));
        }
        for (ClusterNode node : nodes) {
            assertThat(node.tally.wrong()).as("node %s", node.name()).isEmpty();
        }
    }

    /** That at most one of them runs the market, whenever it is looked at. */
    static void oneLeads(ClusterNode... nodes) {
        assertThat(Arrays.stream(nodes).filter(node -> node.tally.leads()).count())
                .isLessThanOrEqualTo(1);
    }

    private ClusterNode keep(ClusterNode node) {
        nodes.add(node);
        return node;
    }
}
