package dev.liveticker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

    private final PerformancePage page = new PerformancePage(
            "./mvnw -q -Pbenchmarks",
            "2026-11-25",
            "- Machine: a test\n",
            new Measurement(new Workbench(false), 3, 8, true));
    private final Contest contest = Contests.quick().getFirst();

    @Test
    void a_row_has_the_median_its_spread_and_the_ratio_to_the_baseline() {
        page.add(
                contest,
                List.of(
                        new Standing(
                                Contender.LIVE_TICKER,
                                9_000,
                                List.of(
                                        Results.of(1_000_000, 40),
                                        Results.of(3_000_000, 30),
                                        Results.of(2_000_000, 90))),
                        new Standing(Contender.NODE_WS, 54, List.of(Results.of(100_000, 10)))));

        assertThat(page.text(""))
                .contains("by `./mvnw -q -Pbenchmarks` on 2026-11-25")
                .contains("- Machine: a test")
                .contains("## Everyone wants the same")
                .contains("| Live Ticker | 2,000,000 (1,000,000–3,000,000) | 20.0 | 10.0 | 40.0 (30.0–90.0) |")
                .contains("| Node ws | 100,000 | 1.00 |");
    }

    @Test
    void raw_writes_have_no_latency() {
        page.add(contest, List.of(new Standing(Contender.RAW, 1, List.of(Results.of(50, 99_999)))));

        assertThat(page.text(""))
                .contains("| raw writes (the limit) | 50.0 | – | – | – |")
                .doesNotContain("100,000");
    }

    @Test
    void idle_connections_are_about_memory() {
        Contest idle = Contests.all().stream().filter(Contest::idle).findFirst().orElseThrow();
        page.add(idle, List.of(new Standing(Contender.LIVE_TICKER, 0, List.of(Results.of(1, 1)))));

        assertThat(page.text("")).contains("| Live Ticker | 7.00 | 48.8 | 0 |");
    }

    @Test
    void a_contest_measured_again_takes_the_place_of_its_part_and_leaves_the_others() {
        Contest other = Contests.quick().getLast();
        page.add(contest, List.of(new Standing(Contender.NODE_WS, 54, List.of(Results.of(100_000, 10)))));
        page.add(other, List.of(new Standing(Contender.NODE_WS, 54, List.of(Results.of(222_000, 10)))));
        String part = PerformancePage.part(
                contest,
                "Measured again.",
                List.of(new Standing(Contender.NODE_WS, 54, List.of(Results.of(333_000, 10)))));

        String text = PerformancePage.replace(page.text("## Notes\n"), contest, part, "## Notes\n");

        assertThat(text)
                .containsOnlyOnce("## " + contest.title() + "\n")
                .contains("Measured again.", "333,000", "222,000", "by `./mvnw -q -Pbenchmarks`")
                .doesNotContain("| 100,000 |")
                .endsWith("\n## Notes\n");
        assertThat(text.indexOf("333,000")).isLessThan(text.indexOf("222,000"));
    }

    @Test
    void a_contest_that_the_page_lacks_comes_last() {
        assertThat(PerformancePage.replace("# Page\n", contest, "\n## New\n", ""))
                .isEqualTo("# Page\n\n## New\n");
    }

    @Test
    void the_notes_below_are_todays() {
        String today = "## Notes\nnew\n\n## More\nnew\n";

        assertThat(PerformancePage.replace("# Page\n\n## Notes\nold\n\n## More\nold\n", contest, "\n## New\n", today))
                .isEqualTo("# Page\n\n## New\n\n" + today);
        assertThat(PerformancePage.replace("# Page\n", contest, "\n## New\n", today))
                .as("the page had none")
                .isEqualTo("# Page\n\n## New\n\n" + today);
    }

    @Test
    void the_median_of_two_is_between_them() {
        Standing standing = new Standing(Contender.NETTY, 1, List.of(Results.of(10, 1), Results.of(20, 1)));

        assertThat(standing.median(r -> r.deliveredPerSecond())).isEqualTo(15);
    }

    @Test
    void figures_have_three_significant_digits() {
        assertThat(PerformancePage.figure(19_712_345)).isEqualTo("19,700,000");
        assertThat(PerformancePage.figure(0.04567)).isEqualTo("0.046");
        assertThat(PerformancePage.figure(12.345)).isEqualTo("12.3");
        assertThat(PerformancePage.figure(0)).isEqualTo("0");
    }
}
