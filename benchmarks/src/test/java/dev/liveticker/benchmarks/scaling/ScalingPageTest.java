package dev.liveticker.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.benchmarks.facts.GeneratedPart;
import dev.liveticker.benchmarks.load.LoadResult;
import dev.liveticker.benchmarks.scaling.Measured.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingPageTest {

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
                delivered == 0 ? List.of() : Collections.nCopies(nodes, load(delivered, 100 * delivered)),
                IntStream.range(0, nodes)
                        .mapToObj(i -> i == 0 ? leader : follower)
                        .map(cpu -> new Cost(cpu, cpu / 2))
                        .toList());
    }

    private static Measured measured() {
        Round twoIdle = round(2, 0.04, 0.2, 0.1, 0);
        return new Measured(
                round(1, 0, 0.5, 0, 1_000),
                List.of(round(1, 0.03, 0.2, 0, 0), twoIdle, round(3, 0.05, 0.2, 0.1, 0)),
                List.of(
                        round(1, 0.03, 0.6, 0, 1_000),
                        round(2, 0.04, 0.6, 0.5, 1_000),
                        round(3, 0.05, 0.6, 0.5, 1_000)),
                round(3, 0.05, 1.0, 0.9, 2_000),
                twoIdle,
                new Pair(round(2, 0.04, 0.6, 0.5, 1_000), round(2, 0.04, 0.4, 0.3, 500)),
                new Pair(round(2, 0.04, 0.4, 0.3, 500), round(2, 0.04, 0.3, 0.2, 200)),
                new Pair(round(2, 0.04, 0.4, 0.3, 500), round(2, 0.04, 0.3, 0.2, 250)));
    }

    @Test
    void what_follows_from_the_rounds_is_what_one_reckons_in_the_head() {
        Measured measured = measured();
        Round without = measured.idle().getLast();
        assertThat(Measured.expected(measured.doubled(), measured.loaded().getLast(), without)
                        .cpu())
                .isCloseTo(0.9, within(1e-9));
        assertThat(measured.redis().slope()).isCloseTo(0.01, within(1e-9));
        Cost each = Measured.perMessage(measured.all().whole(), measured.following());
        assertThat(each.cpu()).isCloseTo(0.4e-3, within(1e-9));
        assertThat(each.hub()).isCloseTo(0.2e-3, within(1e-9));
    }

    @Test
    void a_page_says_what_was_measured_and_what_follows_from_it() {
        String page = new ScalingPage(
                        "2026-11-26",
                        "- Machine: this one\n",
                        Effort.whole(),
                        measured(),
                        new Takeovers(List.of(3.4, 2.6, 3.0, 4.04)))
                .text();
        assertThat(page)
                .contains("- Machine: this one")
                .contains("| 3.20 s | 4.04 s | 3.4, 2.6, 3.0, 4.0 |")
                .contains("| the same 100 symbols (3 nodes) | 90.0 % | 90.0 % | 0 % |")
                .contains("| 20 symbols each, every quote | 50.0 % | 50.0 % | 0 % |")
                .contains("| 20 symbols each, two a second of each symbol | 35.0 % | 30.0 % | -14.3 % |")
                .contains("| for an entry | 20.0 µs of Redis' thread |")
                .contains("| for each node that follows, an entry | 10.0 µs more |")
                .contains("| every quote | 10.0 | 400 | 200 | 100 | 1.00 |")
                .doesNotContain("NaN")
                .doesNotContain("null");
    }

    @Test
    void the_document_has_a_place_for_it() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "scaling.md"));

        assertThat(GeneratedPart.replaced(document, Scaling.MARK, "## Measured"))
                .contains(Scaling.MARK + "\n\n## Measured\n\n<!--");
    }
}
