package dev.liveticker.server.transport.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Position;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Frames;
import dev.liveticker.server.hub.PollAnswer;
import dev.liveticker.server.transport.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

class PollBodyTest {

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void holds_messages_next_and_session(Encoding encoding) {
        FrameCodec codec = FrameCodec.of(encoding);
        List<byte[]> messages = List.of(codec.encode(new Heartbeat(7, 8)), codec.encode(new Heartbeat(9, 10)));
        String session = "s".repeat(30);
        PollAnswer answer =
                new PollAnswer(Frames.of(Frame.Kind.MIXED, encoding, messages, new Position("k3f", 1234567)), session);
        ObjectMapper mapper = encoding == Encoding.JSON ? FrameCodec.jsonMapper() : new CBORMapper();

        JsonNode body = mapper.readTree(PollBody.of(encoding, answer));

        assertThat(body.propertyNames()).containsExactly("messages", "next", "session");
        assertThat(body.path("messages")).hasSize(2);
        assertThat(body.path("messages").path(1).path("seq").asLong()).isEqualTo(9);
        assertThat(body.path("next").asString()).isEqualTo("k3f:1234567");
        assertThat(body.path("session").asString()).isEqualTo(session);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1000", "0.25, 250", "25, 25000", "60, 60000", "61, 60000", "999999999, 60000"})
    void the_wait_is_in_seconds_and_a_minute_at_most(String wait, long millis) throws RefusedException {
        assertThat(Polls.patience(Optional.of(wait))).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1e3", "NaN", "0x10", "1.2.3", "9999999999"})
    void a_wait_that_is_no_number_of_seconds_is_refused(String wait) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Polls.patience(Optional.of(wait)))
                .satisfies(e -> assertThat(e.problem().detail()).startsWith("wait: "));
    }
}
