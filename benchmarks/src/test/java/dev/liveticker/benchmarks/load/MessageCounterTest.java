package dev.liveticker.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MessageCounterTest {

    private static final long NOW = 1_774_000_000_500_000L;
    private static final long MADE = NOW - 20_000;

    private final Tally tally = new Tally(InstantSource.fixed(Instant.ofEpochMilli(NOW / 1_000)));
    private final MessageCounter counter = new MessageCounter(tally);

    @Property(tries = 300)
    void every_quote_is_counted_once_wherever_the_bytes_are_split(
            @ForAll @IntRange(min = 0, max = 200) int quotes,
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 300) Integer> pieces) {
        Tally own = new Tally(InstantSource.system());
        MessageCounter ownCounter = new MessageCounter(own);
        byte[] frame = frame(quotes, "{\"type\":\"heartbeat\",\"seq\":1,\"time\":2}");

        feed(ownCounter, frame, pieces);

        assertThat(messages(own)).isEqualTo(quotes);
    }

    @Property(tries = 300)
    void the_age_of_a_sampled_quote_is_read_wherever_the_bytes_are_split(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 200) Integer> pieces) {
        Tally own = new Tally(InstantSource.fixed(Instant.ofEpochMilli(NOW / 1_000)));

        feed(new MessageCounter(own), frame(Tally.SAMPLE_EVERY * 3), pieces);

        Histogram ages = own.takeAges();
        assertThat(ages.getTotalCount()).isEqualTo(3);
        assertThat(ages.getMinNonZeroValue()).isBetween(19_900L, 20_100L);
        assertThat(ages.getMaxValue()).isBetween(19_900L, 20_100L);
    }

    @Test
    void the_shortest_quotes_are_not_skipped() {
        String shortest = "{\"type\":\"quote\",\"symbol\":\"A\",\"seq\":1,\"time\":1}";
        feed(
                counter,
                ("[" + (shortest + ",").repeat(999) + shortest + "]").getBytes(StandardCharsets.US_ASCII),
                List.of());

        assertThat(messages(tally)).isEqualTo(1_000);
    }

    @Test
    void what_only_begins_like_a_quote_is_not_counted() {
        String text = "[{\"type\":\"quo{\"type\":\"quotes\"{{\"type\":\"quote\"";
        for (int size = 1; size <= text.length(); size++) {
            Tally own = new Tally(InstantSource.system());
            feed(
                    new MessageCounter(own),
                    text.getBytes(StandardCharsets.US_ASCII),
                    everySoManyBytes(size, text.length()));
            assertThat(messages(own)).as("in pieces of %d bytes", size).isEqualTo(1);
        }
    }

    @Test
    void other_messages_are_not_counted() {
        feed(
                counter,
                ("[{\"type\":\"snapshot\",\"symbol\":\"A\",\"seq\":1,\"time\":1},"
                                + "{\"type\":\"trade\",\"symbol\":\"A\"},{\"type\":\"subscribed\",\"channel\":\"quotes\"}]")
                        .getBytes(StandardCharsets.US_ASCII),
                List.of());

        assertThat(messages(tally)).isZero();
    }

    @Test
    void a_quote_from_the_future_is_of_age_zero() {
        Tally early = new Tally(InstantSource.fixed(Instant.ofEpochMilli(MADE / 1_000 - 1_000)));
        feed(new MessageCounter(early), frame(Tally.SAMPLE_EVERY), List.of());

        assertThat(early.takeAges().getMaxValue()).isZero();
    }

    private static long messages(Tally tally) {
        tally.publish();
        return tally.counts().messages();
    }

    static byte[] frame(int quotes, String... others) {
        List<String> messages = new ArrayList<>(List.of(others));
        for (int i = 0; i < quotes; i++) {
            messages.add("{\"type\":\"quote\",\"symbol\":\"S%d\",\"seq\":%d,\"time\":%d,\"bid\":189.24,\"last\":%d.5}"
                    .formatted(i, i * 7919L, MADE, i));
        }
        return ("[" + String.join(",", messages) + "]").getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Integer> everySoManyBytes(int size, int length) {
        return Collections.nCopies(length / size, size);
    }

    /** Gives the bytes in pieces of the sizes told, then the rest, each from another place of a shared buffer. */
    private static void feed(MessageCounter counter, byte[] bytes, List<Integer> pieces) {
        int from = 0;
        for (int piece : pieces) {
            int to = Math.min(bytes.length, from + piece);
            feed(counter, bytes, from, to);
            from = to;
        }
        feed(counter, bytes, from, bytes.length);
    }

    private static void feed(MessageCounter counter, byte[] bytes, int from, int to) {
        int before = from % 3;
        ByteBuffer shared = ByteBuffer.allocateDirect(before + to - from + 32).order(ByteOrder.LITTLE_ENDIAN);
        shared.put(before, bytes, from, to - from);
        // What stands behind the payload belongs to no one and must not be read as if it did.
        shared.put(before + to - from, "{\"type\":\"quote\",{\"type\":\"quote\"".getBytes(StandardCharsets.US_ASCII));
        counter.count(shared, before, before + to - from);
    }
}
