package dev.liveticker.feed.http;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The body of an answer to a poll.
 *
 * @param messages a frame
 * @param next the place in the stream after it
 * @param session to be named in the next poll
 */
record PollAnswer(
        List<ServerMessage> messages,
        @Nullable String next,
        @Nullable String session) {

    PollAnswer {
        messages = messages == null ? List.of() : List.copyOf(messages);
    }

    Optional<Position> position() {
        return Optional.ofNullable(next).flatMap(Position::parse);
    }

    /** @throws MalformedStreamException if the bytes are no such body */
    static PollAnswer read(byte[] body, Encoding encoding) throws IOException {
        try {
            return Objects.requireNonNull(FrameCodec.of(encoding).mapper().readValue(body, PollAnswer.class));
        } catch (JacksonException | NullPointerException e) {
            throw new MalformedStreamException("the server sent what is no answer to a poll", e);
        }
    }
}
