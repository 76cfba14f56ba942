package dev.liveticker.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.benchmarks.load.LoadResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arithmetic, with figures that can be checked in the head. */
class MillionTest {

    private static Million million(double messages, double cpu, double bytes, double market) {
        return new Million(1_000_000, messages, cpu, bytes, market, 0.1, 0.01, 1e6);
    }

    @Test
    void the_processor_decides_where_messages_are_dear() {
        // 40 million messages a second of 1 µs are 40 cores; a node has 8 x 0.6 - 0.8 = 4 to give.
        Million million = million(40, 1e-6, 10, 0.8);
        assertThat(million.messagesInAll()).isEqualTo(40e6);
        assertThat(million.nodesByCpu()).isEqualTo(10);
        assertThat(million.nodesByConnections()).isEqualTo(20);
        assertThat(million(400, 1e-6, 10, 0.8).nodes()).isEqualTo(100);
        assertThat(million(400, 1e-6, 10, 0.8).limit()).isEqualTo("processor");
    }

    @Test
    void the_network_decides_where_they_are_long() {
        // 40 GB/s over links that carry 0.75 GB/s.
        Million million = million(40, 1e-8, 1_000, 0.8);
        assertThat(million.nodesByLink()).isEqualTo(54);
        assertThat(million.nodes()).isEqualTo(54);
        assertThat(million.limit()).isEqualTo("network");
    }

    @Test
    void connections_decide_where_little_is_said_and_redis_is_shared_by_as_many_as_it_takes() {
        Million million = million(0.1, 1e-7, 100, 0.1);
        assertThat(million.nodes()).isEqualTo(20);
        assertThat(million.limit()).isEqualTo("connections");
        // 0.1 + 20 x 0.01 = 0.3 of a thread that may be 0.6 full.
        assertThat(million.shards()).isEqualTo(1);
        assertThat(million.redisBytes()).isEqualTo(20e6);
        // 100 nodes: 0.1 + 1.
        assertThat(million(400, 1e-6, 10, 0.8).shards()).isEqualTo(2);
    }

    @Test
    void a_market_that_fills_a_node_leaves_room_for_nobody() {
        assertThatThrownBy(() -> million(1, 1e-6, 10, 5).nodesByCpu()).isInstanceOf(IllegalArgumentException.class);
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

    private static LoadResult load(double delivered, double bytes) {
        return new LoadResult("same", "ws", 100, 5, 0, false, delivered, bytes, 1, 9, 10, 11, 1, 1, 1_000, 8, 0, 0);
    }

    private static Round round(int nodes, double redis, double leader, double follower, double delivered) {
        return new Round(
                nodes,
                delivered == 0 ? 0 : 100,
                2_000,
                1_000,
                redis,
                nodes * 1e5,
                delivered == 0 ? List.of() : java.util.Collections.nCopies(nodes, load(delivered, 100 * delivered)),
                java.util.stream.IntStream.range(0, nodes)
                        .mapToObj(i -> i == 0 ? leader : follower)
                        .toList());
    }

    @Test
    void a_page_says_what_was_measured_and_what_follows_from_it() {
        Round twoIdle = round(2, 0.04, 0.2, 0.1, 0);
        Measured measured = new Measured(
                round(1, 0, 0.5, 0, 1_000),
                List.of(round(1, 0.03, 0.2, 0, 0), twoIdle, round(3, 0.05, 0.2, 0.1, 0)),
                List.of(
                        round(1, 0.03, 0.6, 0, 1_000),
                        round(2, 0.04, 0.6, 0.5, 1_000),
                        round(3, 0.05, 0.6, 0.5, 1_000)),
                round(3, 0.05, 1.0, 0.9, 2_000),
                twoIdle,
                round(2, 0.04, 0.6, 0.5, 1_000),
                round(2, 0.04, 0.4, 0.3, 500),
                round(2, 0.04, 0.4, 0.3, 500));
        assertThat(measured.expectedWhenDoubled()).isCloseTo(0.9, within(1e-9));
        assertThat(measured.redis().slope()).isCloseTo(0.01, within(1e-9));
        assertThat(Measured.perMessage(measured.all(), measured.following())).isCloseTo(0.4e-3, within(1e-9));
        String page = new ScalingPage("2026-11-26", "- Machine: this one\n", measured).text();
        assertThat(page)
                .contains("- Machine: this one")
                .contains("should take 90.0 % of a core; it took 90.0 % (0 % off)")
                .contains("| for an entry | 20.0 µs of Redis' thread |")
                .contains("| for each node that follows, an entry | 10.0 µs more |")
                .doesNotContain("NaN")
                .doesNotContain("null");
    }
}
