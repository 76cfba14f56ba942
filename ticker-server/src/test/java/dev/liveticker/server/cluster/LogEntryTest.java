package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.server.cluster.Entry.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LogEntryTest {

    private static final Instant WRITTEN = Instant.ofEpochMilli(1_795_000_000_123L);

    private static byte[] published(long index, byte[] form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%016d".formatted(index).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(form);
        return out.toByteArray();
    }

    @Property
    void what_is_published_is_read_as_it_was_written(
            @ForAll Kind kind,
            @ForAll @Size(max = 200) byte[] payload,
            @ForAll @LongRange(min = 1, max = 9_007_199_254_740_991L) long index) {
        byte[] form = LogEntry.form(kind, "k3fa9x0000", WRITTEN, payload);

        LogEntry read = LogEntry.published(published(index, form));

        assertThat(read.index()).isEqualTo(index);
        assertThat(read.epoch()).isEqualTo("k3fa9x0000");
        assertThat(read.written()).isEqualTo(WRITTEN);
        assertThat(read.entry().kind()).isEqualTo(kind);
        assertThat(read.entry().payload()).isEqualTo(payload);
        assertThat(read.form()).isEqualTo(form);
        assertThat(LogEntry.stored(index, form).entry().payload()).isEqualTo(payload);
    }

    @Property
    void garbage_is_refused_and_nothing_else_happens(@ForAll @Size(max = 60) byte[] garbage) {
        assertThatCode(() -> LogEntry.published(garbage))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(IllegalArgumentException.class));
    }

    @Property
    void one_that_was_cut_short_is_refused_or_has_less_of_a_payload(@ForAll @LongRange(min = 0, max = 40) long keep) {
        byte[] whole =
                published(7, LogEntry.form(Kind.MARKET, "epoch", WRITTEN, "payload".getBytes(StandardCharsets.UTF_8)));
        byte[] part = Arrays.copyOf(whole, (int) Math.min(keep, whole.length));
        int head = whole.length - "payload".length();

        if (part.length < head) {
            assertThatThrownBy(() -> LogEntry.published(part)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(LogEntry.published(part).entry().payload()).hasSize(part.length - head);
        }
    }

    @Test
    void another_version_is_named() {
        byte[] form = LogEntry.form(Kind.MARKET, "epoch", WRITTEN, new byte[3]);
        form[0] = 9;

        assertThatThrownBy(() -> LogEntry.stored(12, form))
                .hasMessageContaining("entry 12")
                .hasMessageContaining("9");
    }

    @Test
    void an_unknown_kind_is_refused() {
        byte[] form = LogEntry.form(Kind.MARKET, "epoch", WRITTEN, new byte[3]);
        form[1] = 'X';

        assertThatThrownBy(() -> LogEntry.stored(12, form)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_epoch_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> LogEntry.form(Kind.MARKET, "x".repeat(101), WRITTEN, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
