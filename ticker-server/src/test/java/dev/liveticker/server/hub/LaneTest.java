package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Market market = new Market(Market.A);
    private final Lane lane = new Lane(Market.A);
    private final List<LogEntry> all = new ArrayList<>();

    private void append(long seq) {
        all.add(lane.append(market.trade(Market.A, "10.00").numbered(seq)));
    }

    @Test
    void the_next_message_is_found_from_wherever_it_is_looked_for() {
        List<LogEntry> places = new ArrayList<>();
        places.add(null);
        for (long seq = 3; seq <= 60; seq += 3) {
            append(seq);
            if (seq > 20) {
                lane.forgetFirst();
            }
            places.add(all.getLast());
            for (LogEntry near : places) {
                for (long after = 0; after <= seq; after++) {
                    assertThat(lane.firstAfter(after, near)).isSameAs(expected(after));
                }
            }
        }
    }

    private LogEntry expected(long after) {
        return all.stream()
                .filter(entry -> entry.seq() > Math.max(after, lane.forgottenUpTo()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void of_a_lane_whose_messages_are_all_dropped_there_is_none() {
        append(1);
        lane.forgetFirst();
        assertThat(lane.firstAfter(0, all.getFirst())).isNull();
        assertThat(lane.firstAfter(0)).isNull();
    }
}
