package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ViewportTest {

    private static final double WIDTH = 600;

    @Property
    void place_and_index_are_each_others_inverse(
            @ForAll @DoubleRange(min = 0.25, max = 40) double barWidth,
            @ForAll @DoubleRange(min = 0, max = 300) double offset,
            @ForAll @IntRange(min = 1, max = 5_000) int count,
            @ForAll @DoubleRange(min = 0, max = 600) double x) {
        Viewport viewport = new Viewport(barWidth, offset);

        assertThat(viewport.x(viewport.indexAt(x, count, WIDTH), count, WIDTH)).isCloseTo(x, within(1e-6));
    }

    @Property
    void only_bars_in_view_are_painted_and_all_of_them(
            @ForAll @DoubleRange(min = 0.25, max = 40) double barWidth,
            @ForAll @IntRange(min = 0, max = 300) int offset,
            @ForAll @IntRange(min = 310, max = 5_000) int count) {
        Viewport viewport = new Viewport(barWidth, offset);
        int first = viewport.first(count, WIDTH);
        int last = viewport.last(count, WIDTH);

        assertThat(first).isBetween(0, count - 1);
        assertThat(last).isBetween(first, count - 1);
        assertThat(viewport.x(first, count, WIDTH) + barWidth / 2).isGreaterThanOrEqualTo(-1e-6);
        assertThat(viewport.x(last, count, WIDTH) - barWidth / 2).isLessThanOrEqualTo(WIDTH + 1e-6);
        if (first > 0) {
            assertThat(viewport.x(first - 1, count, WIDTH) + barWidth / 2).isLessThanOrEqualTo(1e-6);
        }
    }

    @Property
    void zooming_keeps_what_is_under_the_pointer_there(
            @ForAll @DoubleRange(min = 0.5, max = 2) double factor,
            @ForAll @DoubleRange(min = 0, max = 600) double x,
            @ForAll @IntRange(min = 50, max = 200) int offset) {
        int count = 2_000;
        Viewport before = new Viewport(6, offset);
        Viewport after = before.zoom(factor, x, count, WIDTH);

        if (after.offset() > 0 && after.offset() < count - 10) {
            assertThat(after.indexAt(x, count, WIDTH)).isCloseTo(before.indexAt(x, count, WIDTH), within(1e-6));
        }
        assertThat(after.barWidth()).isCloseTo(6 * factor, within(1e-9));
    }

    @Test
    void while_it_follows_the_newest_bar_zooming_goes_on_following() {
        Viewport after = Viewport.INITIAL.zoom(2, 10, 500, WIDTH);

        assertThat(after.offset()).isZero();
        assertThat(after.x(499, 500, WIDTH)).isBetween(WIDTH - 3 * after.barWidth(), WIDTH);
    }

    @Test
    void zooming_has_its_limits() {
        Viewport viewport = Viewport.INITIAL;
        for (int i = 0; i < 100; i++) {
            viewport = viewport.zoom(1.5, 0, 500, WIDTH);
        }
        assertThat(viewport.barWidth()).isEqualTo(Viewport.MOST_BAR_WIDTH);
        for (int i = 0; i < 100; i++) {
            viewport = viewport.zoom(0.5, 0, 500, WIDTH);
        }
        assertThat(viewport.barWidth() * 500).isBetween(WIDTH / 2, WIDTH);
    }

    @Test
    void zooming_out_makes_no_bar_wider_that_was_crowded_before_there_were_fewer() {
        Viewport crowded = Viewport.INITIAL.all(100_000, WIDTH);

        assertThat(crowded.zoom(0.5, 0, 500, WIDTH)).isEqualTo(crowded);
        assertThat(crowded.zoom(2, 0, 500, WIDTH).barWidth()).isGreaterThan(crowded.barWidth());
    }

    @Test
    void all_bars_there_are_fit() {
        Viewport all = Viewport.INITIAL.all(100_000, WIDTH);

        assertThat(all.first(100_000, WIDTH)).isZero();
        assertThat(all.last(100_000, WIDTH)).isEqualTo(99_999);
        assertThat(all.x(0, 100_000, WIDTH)).isBetween(0.0, 1.0);
        assertThat(Viewport.INITIAL.all(1, WIDTH).barWidth()).isEqualTo(Viewport.MOST_BAR_WIDTH);
    }

    @Test
    void one_goes_to_the_oldest_and_back_to_the_newest() {
        Viewport oldest = Viewport.INITIAL.oldest(500, WIDTH);

        assertThat(oldest.first(500, WIDTH)).isZero();
        assertThat(oldest.x(0, 500, WIDTH)).isBetween(0.0, oldest.barWidth());
        assertThat(oldest.newest()).isEqualTo(Viewport.INITIAL);
        assertThat(Viewport.INITIAL.oldest(20, WIDTH)).as("all are in view").isEqualTo(Viewport.INITIAL);
    }

    @Test
    void bars_that_had_to_be_crowded_are_not_when_there_are_others() {
        assertThat(new Viewport(0.01, 700).ofOtherBars()).isEqualTo(new Viewport(1, 0));
        assertThat(new Viewport(9, 700).ofOtherBars()).isEqualTo(new Viewport(9, 0));
    }

    @Test
    void panning_moves_with_the_pointer_and_stops_at_both_ends() {
        Viewport panned = Viewport.INITIAL.pan(60, 500);

        assertThat(panned.offset()).isEqualTo(10);
        assertThat(panned.pan(-1_000, 500)).isEqualTo(Viewport.INITIAL);
        assertThat(panned.pan(1e9, 500).last(500, WIDTH)).isGreaterThanOrEqualTo(9);
    }

    @Test
    void a_new_bar_moves_the_view_only_while_it_follows() {
        assertThat(Viewport.INITIAL.grown(1)).isEqualTo(Viewport.INITIAL);
        Viewport back = new Viewport(6, 20);
        assertThat(back.grown(1).x(100, 501, WIDTH)).isEqualTo(back.x(100, 500, WIDTH));
    }

    @Test
    void without_bars_nothing_is_in_view() {
        assertThat(Viewport.INITIAL.last(0, WIDTH)).isLessThan(Viewport.INITIAL.first(0, WIDTH));
    }
}
