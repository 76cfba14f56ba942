package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** When chart, tool bar and status bar join the watchlist, frame by frame. */
class PricesAloneTest {

    /** The frames, from 1, with which the others join; 0 is the call before the first. */
    private static List<Integer> joined(IntPredicate priced) {
        PricesAlone alone = new PricesAlone();
        List<Integer> joined = new ArrayList<>();
        for (int frame = 0; frame <= 100; frame++) {
            int now = frame;
            if (alone.endWith(() -> priced.test(now))) {
                joined.add(frame);
            }
        }
        return joined;
    }

    @Test
    void the_others_join_once_the_first_price_is_on_the_screen_and_only_once() {
        assertThat(joined(frame -> true)).containsExactly(4);
        assertThat(joined(frame -> frame >= 5)).containsExactly(8);
    }

    @Test
    void without_prices_they_join_all_the_same() {
        assertThat(joined(frame -> false)).containsExactly(12);
        assertThat(joined(frame -> frame >= 11)).as("they came late").containsExactly(12);
    }

    @Test
    void a_list_whose_only_price_went_away_is_counted_with_the_next() {
        assertThat(joined(frame -> frame == 1 || frame >= 4)).containsExactly(6);
    }

    @Test
    void afterwards_nobody_looks_for_prices() {
        AtomicInteger asked = new AtomicInteger();

        joined(frame -> {
            asked.incrementAndGet();
            return true;
        });

        assertThat(asked).hasValue(4);
    }
}
