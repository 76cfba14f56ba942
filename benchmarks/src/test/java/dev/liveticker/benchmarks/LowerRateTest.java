package dev.liveticker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.benchmarks.load.LoadResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LowerRateTest {

    private final List<Integer> tried = new ArrayList<>();

    @Test
    void who_keeps_to_the_limit_is_asked_no_more() throws IOException {
        Standing first = standing(100, Results.of(100, 300), Results.of(100, 20), Results.of(100, 100));

        assertThat(LowerRate.kept(first, rate -> collapsesAbove(10, rate))).isSameAs(first);
        assertThat(tried).isEmpty();
    }

    @Test
    void who_does_not_is_offered_less_until_a_round_is_within_it_and_then_has_as_many_as_the_others()
            throws IOException {
        Standing first = standing(1_000, Results.of(100, 300), Results.of(100, 200), Results.of(100, 20));

        Standing kept = LowerRate.kept(first, rate -> collapsesAbove(600, rate));

        assertThat(tried).containsExactly(750, 562, 562, 562);
        assertThat(kept.contender()).isEqualTo(first.contender());
        assertThat(kept.rate()).isEqualTo(562);
        assertThat(kept.rounds()).hasSize(3);
        assertThat(kept.sustained()).isTrue();
    }

    @Test
    void a_rate_that_was_kept_once_by_chance_is_lowered_too() throws IOException {
        Standing first = standing(1_000, Results.of(100, 300), Results.of(100, 200), Results.of(100, 400));

        Standing kept =
                LowerRate.kept(first, rate -> tried.isEmpty() ? collapsesAbove(750, rate) : collapsesAbove(700, rate));

        assertThat(tried).containsExactly(750, 750, 750, 562, 562, 562);
        assertThat(kept.rate()).isEqualTo(562);
    }

    @Test
    void a_round_that_loses_connections_is_none_within_the_limit() throws IOException {
        Standing kept = LowerRate.kept(standing(1_000, Results.of(100, 300), Results.of(100, 200)), rate -> {
            LoadResult result = collapsesAbove(1_000, rate);
            return rate > 600 ? Results.lossy(result) : result;
        });

        assertThat(tried).containsExactly(750, 562, 562);
        assertThat(kept.rate()).isEqualTo(562);
    }

    @Test
    void who_never_does_is_shown_as_it_is() throws IOException {
        Standing kept = LowerRate.kept(standing(1_000, Results.of(100, 300)), rate -> collapsesAbove(0, rate));

        assertThat(tried).hasSize(8).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(kept.rate()).isEqualTo(tried.getLast());
        assertThat(kept.sustained()).isFalse();
    }

    @Test
    void nothing_is_not_offered() throws IOException {
        LowerRate.kept(standing(2, Results.of(100, 300)), rate -> collapsesAbove(0, rate));

        assertThat(tried).containsExactly(1);
    }

    private static Standing standing(int rate, LoadResult... rounds) {
        return new Standing(Contender.JETTY, rate, List.of(rounds));
    }

    private LoadResult collapsesAbove(int capacity, int rate) {
        tried.add(rate);
        return rate <= capacity ? Results.of(rate, 20) : Results.of(capacity + 1, 3_000);
    }
}
