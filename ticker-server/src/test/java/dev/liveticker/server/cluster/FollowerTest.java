package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.server.cluster.Entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FollowerTest {

    private static LogEntry entry(long index) {
        byte[] form = LogEntry.form(Kind.MARKET, "e", Instant.EPOCH, new byte[0]);
        return LogEntry.stored(index, form);
    }

    private static List<Long> indices(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::index).toList();
    }

    @Property(tries = 300)
    void whatever_is_lost_doubled_or_late_comes_out_once_and_in_order(
            @ForAll @IntRange(min = 1, max = 60) int length,
            @ForAll @IntRange(min = 0, max = 40) int before,
            @ForAll @IntRange(min = 1, max = 20) int bound,
            @ForAll long seed) {
        Random random = new Random(seed);
        Follower follower = new Follower(before, bound);
        List<Long> out = new ArrayList<>();
        List<Long> published = new ArrayList<>();
        for (long index = before + 1L; index <= before + length; index++) {
            int times = random.nextInt(3);
            for (int i = 0; i < times; i++) {
                published.add(random.nextInt(published.size() + 1), index);
            }
        }
        for (long index : published) {
            out.addAll(indices(follower.offer(entry(index))));
            assertThat(follower.waiting()).isLessThanOrEqualTo(bound);
        }
        follower.seen(before + length);
        // The log heals what is missing, a page at a time, and may be read twice.
        while (follower.lacks()) {
            long from = follower.applied() + 1;
            for (long index = from; index <= Math.min(before + length, from + 6); index++) {
                out.addAll(indices(follower.offer(entry(index))));
            }
        }

        assertThat(out)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1L, before + length)
                        .boxed()
                        .toList());
        assertThat(follower.applied()).isEqualTo(before + length);
        assertThat(follower.waiting()).isZero();
    }

    @Property(tries = 200)
    void in_any_order_all_come_out_in_order_once_the_first_is_there(
            @ForAll @IntRange(min = 1, max = 50) int length, @ForAll long seed) {
        List<Long> order =
                new ArrayList<>(LongStream.rangeClosed(1, length).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Follower follower = new Follower(0, 100);
        List<Long> out = new ArrayList<>();

        for (long index : order) {
            out.addAll(indices(follower.offer(entry(index))));
        }

        assertThat(out).isSorted().hasSize(length);
        assertThat(follower.lacks()).isFalse();
    }

    @Test
    void a_hole_is_known_and_nothing_after_it_comes_out() {
        Follower follower = new Follower(0, 10);

        assertThat(indices(follower.offer(entry(1)))).containsExactly(1L);
        assertThat(follower.offer(entry(3))).isEmpty();
        assertThat(follower.lacks()).isTrue();
        assertThat(follower.applied()).isEqualTo(1);
        assertThat(indices(follower.offer(entry(2)))).containsExactly(2L, 3L);
        assertThat(follower.lacks()).isFalse();
    }

    @Test
    void a_lost_last_entry_is_known_by_the_end_that_somebody_else_saw() {
        Follower follower = new Follower(7, 10);
        assertThat(follower.lacks()).isFalse();

        follower.seen(8);

        assertThat(follower.lacks()).isTrue();
    }

    @Test
    void what_is_too_much_is_known_to_be_missing() {
        Follower follower = new Follower(0, 2);
        follower.offer(entry(5));
        follower.offer(entry(4));
        follower.offer(entry(9));
        follower.offer(entry(2));

        assertThat(follower.waiting()).isEqualTo(2);
        assertThat(indices(follower.offer(entry(1)))).containsExactly(1L, 2L);
        assertThat(follower.end()).isEqualTo(9);
        assertThat(follower.lacks()).isTrue();
    }

    @Test
    void nothing_comes_out_while_it_holds() {
        Follower follower = new Follower(0, 10);
        follower.hold();

        assertThat(follower.offer(entry(1))).isEmpty();
        assertThat(follower.offer(entry(2))).isEmpty();
        assertThat(follower.applied()).isZero();
        assertThat(indices(follower.release())).containsExactly(1L, 2L);
        assertThat(indices(follower.offer(entry(3)))).containsExactly(3L);
    }

    @Test
    void room_for_none_is_refused() {
        assertThatThrownBy(() -> new Follower(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
