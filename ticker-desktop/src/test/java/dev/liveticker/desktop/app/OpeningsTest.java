package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.opening.Opening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    private static final Opening ONE = new Opening.Link("liveticker://watch/AAPL");
    private static final Opening OTHER = new Opening.Link("liveticker://watch/MSFT");

    private final Openings openings = new Openings(Runnable::run);
    private final List<Opening> opened = new ArrayList<>();

    @Test
    void what_comes_before_the_window_waits_for_it_in_its_order() {
        openings.add(List.of(ONE));
        openings.add(List.of(OTHER));

        openings.openWith(opened::add);
        assertThat(opened).containsExactly(ONE, OTHER);

        openings.add(List.of(ONE));
        assertThat(opened).containsExactly(ONE, OTHER, ONE);
    }

    @Test
    void there_is_an_end_to_what_waits() {
        for (int i = 0; i < 10; i++) {
            openings.add(Collections.nCopies(Opening.MOST_AT_ONCE, ONE));
        }

        openings.openWith(opened::add);
        assertThat(opened).hasSize(2 * Opening.MOST_AT_ONCE);
    }
}
