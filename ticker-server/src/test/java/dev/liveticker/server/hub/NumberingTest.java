package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NumberingTest {

    @Test
    void alone_every_number_is_the_next() {
        Numbering numbering = new Numbering(new Random());
        assertThat(numbering.next()).isEqualTo(1);
        assertThat(numbering.local()).isEqualTo(2);
        assertThat(numbering.next()).isEqualTo(3);
        assertThat(numbering.head()).isEqualTo(3);
        assertThat(numbering.lastEvent()).isEqualTo(3);
        assertThat(numbering.shared()).isFalse();
    }

    @Test
    void what_is_said_again_is_numbered_between_two_events() {
        Numbering numbering = new Numbering(new Random(), 10);
        assertThat(numbering.local()).isEqualTo(1);
        assertThat(numbering.next()).isEqualTo(10);
        assertThat(numbering.local()).isEqualTo(11);
        assertThat(numbering.local()).isEqualTo(12);
        assertThat(numbering.lastEvent()).isEqualTo(10);
        assertThat(numbering.next()).isEqualTo(20);
        assertThat(numbering.position().seq()).isEqualTo(20);
    }

    @Test
    void where_nothing_is_left_in_between_the_newest_number_is_given_again() {
        Numbering numbering = new Numbering(new Random(), 4);
        assertThat(numbering.next()).isEqualTo(4);
        assertThat(numbering.local()).isEqualTo(5);
        assertThat(numbering.local()).isEqualTo(6);
        assertThat(numbering.local()).isEqualTo(7);
        assertThat(numbering.local()).isEqualTo(7);
        assertThat(numbering.lastEvent()).isEqualTo(4);
        assertThat(numbering.next()).isEqualTo(8);
    }

    @Test
    void it_goes_on_from_another_place_under_another_name() {
        Numbering numbering = new Numbering(new Random(), 10);
        numbering.next();
        numbering.local();
        numbering.restart("elsewhere", 70);
        assertThat(numbering.position().toString()).isEqualTo("elsewhere:70");
        assertThat(numbering.next()).isEqualTo(80);
    }

    @Property(tries = 200)
    void events_have_the_same_numbers_whatever_else_is_numbered(
            @ForAll @Size(max = 20) List<@IntRange(max = 60) Integer> between,
            @ForAll @IntRange(min = 2, max = 40) int stride) {
        Numbering busy = new Numbering(new Random(), stride);
        Numbering quiet = new Numbering(new Random(), stride);
        for (int count : between) {
            for (int i = 0; i < count; i++) {
                busy.local();
            }
            assertThat(busy.lastEvent()).isEqualTo(quiet.lastEvent());
            assertThat(busy.next()).isEqualTo(quiet.next());
        }
    }
}
