package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where another link goes on. */
class StreamPositionTest {

    private static final String EPOCH = "k3fa9x";

    private final StreamPosition position = new StreamPosition();

    @Test
    void the_first_link_goes_on_from_the_newest_number_so_far() {
        position.welcomed(EPOCH, 7);

        assertThat(position.goOnFrom()).isEqualTo(new Position(EPOCH, 7));
    }

    @Test
    void the_next_goes_on_from_what_came_in() {
        link();
        beat(12);

        assertThat(link()).isEqualTo(new Position(EPOCH, 12));
    }

    @Test
    void what_two_links_in_a_row_did_not_come_to_is_not_asked_for_a_third_time() {
        link();
        beat(12);

        assertThat(link()).isEqualTo(new Position(EPOCH, 12));
        assertThat(link()).isEqualTo(new Position(EPOCH, 12));
        assertThat(link()).isNull();
        assertThat(link()).as("until something has come").isNull();
        beat(40);
        assertThat(link()).isEqualTo(new Position(EPOCH, 40));
    }

    @Test
    void links_on_which_nothing_happened_were_not_in_vain() {
        for (int i = 0; i < 5; i++) {
            assertThat(link()).isEqualTo(new Position(EPOCH, 7));
            beat(7);
        }
    }

    @Test
    void after_an_answer_that_says_its_place_itself_a_link_was_not_in_vain_either() {
        Position place = new Position(EPOCH, 9);
        for (int i = 0; i < 5; i++) {
            link();
            position.advance(List.of(), Optional.of(place));
        }

        assertThat(link()).isEqualTo(place);
    }

    @Test
    void another_server_is_asked_from_its_own_beginning() {
        link();
        link();
        link();
        assertThat(link()).isNull();

        position.forget();

        assertThat(link()).isEqualTo(new Position(EPOCH, 7));
    }

    private Position link() {
        position.welcomed(EPOCH, 7);
        return position.goOnFrom();
    }

    private void beat(long seq) {
        position.advance(List.of(new Heartbeat(seq, 1)), Optional.empty());
    }
}
