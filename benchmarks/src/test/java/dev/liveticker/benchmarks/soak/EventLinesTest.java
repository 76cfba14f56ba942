package dev.liveticker.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    private static final String STREAM =
            "retry: 1000\n\nid: e:1\ndata: [1]\n\n: nothing\nevent: heartbeat\nid: e:2\ndata: [2]\n\n";

    @Test
    void events_are_the_same_wherever_the_bytes_are_split() throws Exception {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int split = 0; split <= bytes.length; split++) {
            List<String> events = new ArrayList<>();
            EventLines lines = new EventLines((data, id) -> events.add(id + " " + data));
            lines.read(ByteBuffer.wrap(bytes), 0, split);
            lines.read(ByteBuffer.wrap(bytes), split, bytes.length);

            assertThat(events).containsExactly("e:1 [1]", "e:2 [2]");
        }
    }
}
