package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens, in whatever order, a client is never lied to. */
abstract class Honesty {

    /** One that has just begun, with hubs of such settings. */
    abstract History history(HubSettings settings);

    @Property(tries = 2_000)
    void nothing_comes_twice_or_is_lost_silently_and_the_end_is_the_truth(
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(min = 3, max = 40) int ring,
            @ForAll @IntRange(min = 300, max = 3_000) int frameBytes,
            @ForAll @IntRange(min = 3, max = 120) int retained) {
        played(script, Fixture.small(ring, frameBytes, retained));
    }

    @Property(tries = 2_000)
    void with_room_for_everything_nothing_is_lost_at_all(
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 1_000_000) Integer> script,
            @ForAll @IntRange(min = 300, max = 3_000) int frameBytes) {
        assertThat(played(script, Fixture.small(100_000, frameBytes, 100_000)).clients)
                .allSatisfy(client -> assertThat(client.lostSomething()).isFalse());
    }

    private History played(List<Integer> script, HubSettings settings) {
        History history = history(settings);
        script.forEach(history::step);
        history.settle();
        return history;
    }
}
