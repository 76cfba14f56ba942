package dev.liveticker.server.transport.sse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Position;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Frames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTextTest {

    @ParameterizedTest
    @CsvSource({"MIXED, ''", "HEARTBEAT, event: heartbeat;", "NOTIFICATION, event: notification;"})
    void a_frame_is_one_event(Frame.Kind kind, String event) {
        byte[] message = "{\"type\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        Frame frame = Frames.of(kind, Encoding.JSON, List.of(message), new Position("k3f", 42));

        ByteBuffer image = EventText.draw(frame, ByteBuffer::allocate);

        assertThat(StandardCharsets.UTF_8.decode(image).toString())
                .isEqualTo("id: k3f:42\n" + event.replace(';', '\n') + "data: [{\"type\":\"x\"}]\n\n");
    }
}
