package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.AssetClass;
import dev.liveticker.server.market.calendar.TradingHours;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ActivityClockTest {

    private static final TradingHours NEW_YORK = TradingHours.of(AssetClass.STOCK, "USD", true);
    private static final long FRIDAY_NOON = micros("2026-03-06T17:00:00Z");
    private static final long HOUR = 3_600_000_000L;

    @Test
    void it_stands_while_the_market_is_closed() {
        ActivityClock clock = new ActivityClock(NEW_YORK, FRIDAY_NOON);

        long atTheClose = clock.to(micros("2026-03-06T21:00:00Z"));

        assertThat(atTheClose).isGreaterThan(3 * 3_600 * ActivityClock.SECOND);
        assertThat(clock.to(micros("2026-03-09T08:00:00Z"))).isEqualTo(atTheClose);
        assertThat(clock.to(micros("2026-03-09T13:31:00Z"))).isGreaterThan(atTheClose);
    }

    @Test
    void nothing_falls_into_a_closed_stretch() {
        ActivityClock clock = new ActivityClock(NEW_YORK, micros("2026-03-06T21:00:00Z"));

        assertThat(clock.wallAt(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(clock.wallAt(1)).isEqualTo(Long.MAX_VALUE);
        clock.next();
        assertThat(clock.wallAt(0)).isEqualTo(micros("2026-03-09T08:00:00Z"));
    }

    @Test
    void time_that_is_left_out_does_not_count() {
        ActivityClock clock = new ActivityClock(NEW_YORK, FRIDAY_NOON);
        ActivityClock other = new ActivityClock(NEW_YORK, FRIDAY_NOON);
        long shown = other.to(FRIDAY_NOON + 12_345_678);

        clock.leap(FRIDAY_NOON + 12_345_678, FRIDAY_NOON + HOUR);

        assertThat(clock.to(FRIDAY_NOON + HOUR)).isEqualTo(shown);
    }

    @Property
    void the_moment_it_names_is_the_first_at_which_it_shows_that_much(
            @ForAll @LongRange(min = 1, max = 40_000_000_000L) long active) {
        ActivityClock clock = new ActivityClock(NEW_YORK, FRIDAY_NOON);
        long wall = clock.wallAt(active);

        if (wall == Long.MAX_VALUE) {
            assertThat(new ActivityClock(NEW_YORK, FRIDAY_NOON)
                            .to(clock.stretch().until() - 1))
                    .isLessThan(active);
        } else {
            assertThat(new ActivityClock(NEW_YORK, FRIDAY_NOON).to(wall)).isGreaterThanOrEqualTo(active);
            assertThat(new ActivityClock(NEW_YORK, FRIDAY_NOON).to(wall - 1)).isLessThan(active);
        }
    }

    private static long micros(String time) {
        return Instant.parse(time).toEpochMilli() * 1_000;
    }
}
