package dev.liveticker.feed.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventStreamParserTest {

    private static final int LIMIT = 1 << 16;

    record Heard(String type, String data, String id) {}

    private static final class Recorder implements EventStreamParser.Handler {

        final List<Heard> events = new ArrayList<>();
        final List<Long> retries = new ArrayList<>();

        @Override
        public void event(String type, String data, String lastEventId) {
            events.add(new Heard(type, data, lastEventId));
        }

        @Override
        public void retry(long millis) {
            retries.add(millis);
        }
    }

    @Test
    void the_examples_of_the_standard_come_out_as_it_says() throws Exception {
        assertThat(parse("data: YHOO\ndata: +2\ndata: 10\n\n").events)
                .containsExactly(new Heard("message", "YHOO\n+2\n10", ""));
        assertThat(parse(": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n")
                        .events)
                .containsExactly(
                        new Heard("message", "first event", "1"),
                        new Heard("message", "second event", ""),
                        new Heard("message", " third event", ""));
        assertThat(parse("data\n\ndata\ndata\n\ndata:").events)
                .containsExactly(new Heard("message", "", ""), new Heard("message", "\n", ""));
        assertThat(parse("data:test\n\ndata: test\n\n").events)
                .extracting(Heard::data)
                .containsOnly("test");
    }

    @Test
    void lines_end_with_any_of_three_in_any_mix() throws Exception {
        assertThat(parse("data: a\r\ndata: b\rdata: c\n\r\ndata: d\r\rdata: e\n\n").events)
                .extracting(Heard::data)
                .containsExactly("a\nb\nc", "d", "e");
    }

    @Test
    void a_byte_order_mark_is_dropped_at_the_very_start_only() throws Exception {
        assertThat(parse("\uFEFFdata: a\n\n\uFEFFdata: b\n\n").events).containsExactly(new Heard("message", "a", ""));
    }

    @Test
    void an_id_stays_until_another_comes_and_one_with_a_nul_is_ignored() throws Exception {
        assertThat(parse("id: 1\ndata: a\n\ndata: b\n\nid: 2\0\ndata: c\n\nid\ndata: d\n\n").events)
                .extracting(Heard::id)
                .containsExactly("1", "1", "1", "");
    }

    @Test
    void an_id_counts_even_where_its_event_holds_nothing() throws Exception {
        assertThat(parse("id: 7\n\ndata: a\n\n").events).containsExactly(new Heard("message", "a", "7"));
    }

    @Test
    void a_type_holds_for_its_own_event_only() throws Exception {
        assertThat(parse("event: heartbeat\ndata: a\n\ndata: b\n\nevent: lost\n\ndata: c\n\n").events)
                .extracting(Heard::type)
                .containsExactly("heartbeat", "message", "message");
    }

    @Test
    void a_retry_that_is_no_number_is_ignored() throws Exception {
        assertThat(parse("retry: 3000\nretry: 1e3\nretry: -1\nretry\nretry: 5 \nretry: 99999999999999999999\n\n")
                        .retries)
                .containsExactly(3_000L);
    }

    @Test
    void comments_unknown_fields_and_an_unfinished_event_say_nothing() throws Exception {
        assertThat(parse(": hello\n:\nfoo: bar\n data: x\nDATA: y\n\ndata: never finished\n").events)
                .isEmpty();
    }

    @Test
    void a_line_over_the_limit_is_refused_wherever_it_is_cut() {
        for (int step : new int[] {1, 100, LIMIT}) {
            assertThatThrownBy(() -> feed("data: " + "x".repeat(LIMIT), step))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("longer than");
        }
    }

    @Test
    void an_event_of_many_lines_over_the_limit_is_refused() {
        assertThatThrownBy(() -> parse(("data: " + "x".repeat(1_000) + "\n").repeat(100)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> parse("data\n".repeat(2 * LIMIT))).isInstanceOf(IOException.class);
    }

    @Property(tries = 500)
    void a_stream_cut_at_every_byte_says_what_the_whole_text_says(@ForAll("streams") byte[] stream) throws Exception {
        List<Heard> expected = WholeTextOracle.events(stream);
        for (int cut = 0; cut <= stream.length; cut++) {
            Recorder recorder = new Recorder();
            EventStreamParser parser = new EventStreamParser(recorder, LIMIT);
            parser.feed(stream, 0, cut);
            parser.feed(stream, cut, stream.length - cut);
            assertThat(recorder.events).isEqualTo(expected);
        }
        assertThat(feed(stream, 1).events).isEqualTo(expected);
    }

    @Property(tries = 500)
    void any_bytes_are_read_as_the_standard_says(@ForAll byte[] stream) throws Exception {
        assertThat(feed(stream, 3).events).isEqualTo(WholeTextOracle.events(stream));
    }

    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<String> pieces = Arbitraries.of(
                "\n",
                "\r",
                "\r\n",
                "\n\n",
                "\r\r",
                "data:",
                "data: ",
                "data",
                "event:",
                "id:",
                "id",
                "retry:",
                ":",
                " ",
                "x",
                "1",
                "\0",
                "\uFEFF",
                "é",
                "€",
                "𝄞",
                "message",
                "{\"a\":[1,2]}");
        Arbitrary<byte[]> valid =
                pieces.list().ofMaxSize(40).map(list -> String.join("", list).getBytes(UTF_8));
        // Broken in the middle of a character, too.
        Arbitrary<byte[]> broken = valid.map(bytes -> {
            byte[] copy = bytes.clone();
            for (int i = 2; i < copy.length; i += 7) {
                copy[i] = (byte) 0xE2;
            }
            return copy;
        });
        return Arbitraries.oneOf(valid, broken);
    }

    private static Recorder parse(String stream) throws IOException {
        return feed(stream.getBytes(UTF_8), Integer.MAX_VALUE);
    }

    private static Recorder feed(String stream, int step) throws IOException {
        return feed(stream.getBytes(UTF_8), step);
    }

    private static Recorder feed(byte[] bytes, int step) throws IOException {
        Recorder recorder = new Recorder();
        EventStreamParser parser = new EventStreamParser(recorder, LIMIT);
        for (int from = 0; from < bytes.length; from += Math.min(step, bytes.length - from)) {
            parser.feed(bytes, from, Math.min(step, bytes.length - from));
        }
        return recorder;
    }
}
