package dev.liveticker.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.benchmarks.scaling.Million.Limit;
import org.junit.jupiter.api.Test;

/** What passes entry by entry is held to what is known of averages and of queues. */
class SimulationTest {

    private static final double SECONDS = 10;

    @Test
    void with_as_many_nodes_as_the_arithmetic_wants_nothing_is_fuller_than_it_says_and_nothing_waits_long() {
        // The hub's thread decides; 40 nodes.
        Million million = MillionTest.million(40, new Cost(1e-6, 0.5e-6), 10, new Cost(0.8, 0.1));
        assertThat(million.limit()).isEqualTo(Limit.HUB);

        Simulation.Outcome outcome = Simulation.of(million).run(SECONDS);

        assertThat(outcome.hub()).isCloseTo(Million.FULL, within(0.02));
        // 0.8 + 1 of cores, less what is the hub's, on seven.
        assertThat(outcome.cores()).isCloseTo((1.8 - 0.6) / 7, within(0.02));
        // 100 + 40 x 10 µs, a thousand times a second, on one server.
        assertThat(outcome.redis()).isCloseTo(0.5, within(0.02));
        assertThat(outcome.fullest()).isEqualTo(outcome.hub());
        // Each thread takes half a millisecond for an entry; a queue that is 0.6 full has 0.75 waiting on the average.
        assertThat(outcome.medianMillis()).isBetween(1.0, 3.0);
        assertThat(outcome.p99Millis()).isBetween(outcome.medianMillis(), 20.0);
    }

    @Test
    void with_half_the_nodes_it_falls_behind_for_good() {
        Million million = MillionTest.million(40, new Cost(1e-6, 0.5e-6), 10, new Cost(0.8, 0.1));

        Simulation.Outcome outcome = Simulation.of(million).withNodes(20).run(SECONDS);

        // 0.1 + 1.0 of a thread: a tenth of the time is lacking.
        assertThat(outcome.hub()).isCloseTo(1.1, within(0.05));
        assertThat(outcome.behindMillis()).isBetween(600.0, 1_600.0);
    }

    @Test
    void what_is_shared_by_several_redis_servers_is_so_much_less_for_each() {
        // 100 nodes: 1.1 of a thread.
        Million million = MillionTest.million(400, new Cost(1e-6, 0), 10, new Cost(0.8, 0));
        assertThat(million.shards()).isEqualTo(2);

        assertThat(Simulation.of(million).run(SECONDS).redis()).isCloseTo(0.55, within(0.02));
        assertThat(new Simulation(million, million.nodes(), 1).run(SECONDS).behindMillis())
                .isGreaterThan(500);
    }

    @Test
    void a_link_is_as_full_as_its_bytes_make_it() {
        Million million = MillionTest.million(40, new Cost(1e-8, 0), 1_000, new Cost(0.8, 0));
        assertThat(million.limit()).isEqualTo(Limit.NETWORK);

        assertThat(Simulation.of(million).run(SECONDS).link()).isCloseTo(Million.FULL, within(0.02));
    }
}
