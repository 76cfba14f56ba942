package dev.liveticker.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.benchmarks.scaling.Million.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arithmetic, with figures that can be checked in the head. */
class MillionTest {

    /** Redis takes 100 µs for an entry, and 10 µs more for each node. */
    static Million million(double messages, Cost perMessage, double bytes, Cost market) {
        return new Million(1_000_000, messages, perMessage, bytes, market, 1_000, new Line(1e-4, 1e-5), 1_000);
    }

    private static Million million(double messages, double cpu, double bytes, double market) {
        return million(messages, new Cost(cpu, 0), bytes, new Cost(market, 0));
    }

    @Test
    void the_processor_decides_where_messages_are_dear() {
        // 40 million messages a second of 1 µs are 40 cores; a node has 8 x 0.6 - 0.8 = 4 to give.
        Million million = million(40, 1e-6, 10, 0.8);
        assertThat(million.messagesInAll()).isEqualTo(40e6);
        assertThat(million.nodesBy(Limit.PROCESSOR)).isEqualTo(10);
        assertThat(million.nodesBy(Limit.CONNECTIONS)).isEqualTo(20);
        assertThat(million(400, 1e-6, 10, 0.8).nodes()).isEqualTo(100);
        assertThat(million(400, 1e-6, 10, 0.8).limit()).isEqualTo(Limit.PROCESSOR);
    }

    @Test
    void the_hubs_thread_decides_where_most_of_the_work_is_its_own() {
        // 40 cores again, half of it the hub's; of one thread 0.6 - 0.1 are free.
        Million million = million(40, new Cost(1e-6, 0.5e-6), 10, new Cost(0.8, 0.1));
        assertThat(million.nodesBy(Limit.HUB)).isEqualTo(40);
        assertThat(million.limit()).isEqualTo(Limit.HUB);
        // 40 cores for messages and 40 x 0.8 for the market, all of it 0.6 full.
        assertThat(million.cores()).isCloseTo(72 / 0.6, within(1e-9));
    }

    @Test
    void the_network_decides_where_they_are_long() {
        // 40 GB/s over links that carry 0.75 GB/s.
        Million million = million(40, 1e-8, 1_000, 0.8);
        assertThat(million.nodesBy(Limit.NETWORK)).isEqualTo(54);
        assertThat(million.nodes()).isEqualTo(54);
        assertThat(million.limit()).isEqualTo(Limit.NETWORK);
    }

    @Test
    void connections_decide_where_little_is_said_and_redis_is_shared_by_as_many_as_it_takes() {
        Million million = million(0.1, 1e-7, 100, 0.1);
        assertThat(million.nodes()).isEqualTo(20);
        assertThat(million.limit()).isEqualTo(Limit.CONNECTIONS);
        // A thousand entries of 100 + 20 x 10 µs are 0.3 of a thread that may be 0.6 full.
        assertThat(million.shards()).isEqualTo(1);
        assertThat(million.redisBytesInAll()).isEqualTo(20e6);
        // 100 nodes: 0.1 + 1.
        assertThat(million(400, 1e-6, 10, 0.8).shards()).isEqualTo(2);
    }

    @Test
    void a_market_that_fills_a_node_leaves_room_for_nobody() {
        assertThatThrownBy(() -> million(1, 1e-6, 10, 5).nodes()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_goes_through_its_points_and_between_those_that_are_off() {
        Line exact = Line.through(List.of(1.0, 2.0, 3.0), List.of(5.0, 7.0, 9.0));
        assertThat(exact.at0()).isCloseTo(3, within(1e-9));
        assertThat(exact.slope()).isCloseTo(2, within(1e-9));
        assertThat(exact.at(10)).isCloseTo(23, within(1e-9));
        assertThat(Line.through(List.of(0.0, 1.0, 2.0), List.of(0.0, 2.0, 1.0)).slope())
                .isCloseTo(0.5, within(1e-9));
        assertThatThrownBy(() -> Line.through(List.of(1.0, 1.0), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Line.through(List.of(1.0), List.of(1.0))).isInstanceOf(IllegalArgumentException.class);
    }
}
