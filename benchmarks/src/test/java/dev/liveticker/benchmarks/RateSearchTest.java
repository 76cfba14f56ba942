package dev.liveticker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.benchmarks.load.LoadResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateSearchTest {

    private final List<Integer> tried = new ArrayList<>();

    @Test
    void finds_a_rate_close_to_the_highest_that_is_sustained() throws IOException {
        assertThat(RateSearch.best(100, rate -> collapsesAbove(3_000, rate))).isBetween(2_000, 3_000);
        assertThat(tried).hasSizeLessThan(10);
    }

    @Test
    void goes_down_where_the_start_is_too_much() throws IOException {
        assertThat(RateSearch.best(1_000, rate -> collapsesAbove(130, rate))).isBetween(90, 130);
    }

    @Test
    void stops_where_more_is_offered_but_not_delivered() throws IOException {
        int best = RateSearch.best(1_000, rate -> {
            tried.add(rate);
            return Results.of(Math.min(rate, 5_000), 10);
        });

        assertThat(best).isBetween(4_000, 8_000);
        assertThat(tried).allMatch(rate -> rate <= 16_000);
    }

    @Test
    void names_the_lowest_rate_where_none_is_sustained() throws IOException {
        assertThat(RateSearch.best(16, rate -> Results.of(rate, 5_000))).isEqualTo(1);
    }

    @Test
    void a_rate_that_loses_connections_is_not_sustained() {
        LoadResult fine = Results.of(10, 1);

        assertThat(RateSearch.sustained(fine)).isTrue();
        assertThat(RateSearch.sustained(Results.lossy(fine))).isFalse();
    }

    private LoadResult collapsesAbove(int capacity, int rate) {
        tried.add(rate);
        return rate <= capacity ? Results.of(rate, 20) : Results.of(capacity, 3_000);
    }
}
