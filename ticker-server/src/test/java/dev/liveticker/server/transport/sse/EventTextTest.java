package dev.liveticker.server.transport.sse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Position;
import dev.liveticker.server.hub.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTextTest {

    @ParameterizedTest
    @CsvSource({"MIXED, ''", "HEARTBEAT, event: heartbeat;", "NOTIFICATION, event: notification;"})
    void a_frame_is_one_event_and_stays_as_it_was(Frame.Kind kind, String event) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode("[{\"type\":\"x\"}]").asReadOnlyBuffer();
        Frame frame = new Frame(kind, bytes, 1, new Position("k3f", 42));

        StringBuilder text = new StringBuilder();
        for (ByteBuffer part : EventText.of(frame)) {
            text.append(StandardCharsets.UTF_8.decode(part));
        }

        assertThat(text.toString())
                .isEqualTo("id: k3f:42\n" + event.replace(';', '\n') + "data: [{\"type\":\"x\"}]\n\n");
        assertThat(bytes.position()).isZero();
    }
}
