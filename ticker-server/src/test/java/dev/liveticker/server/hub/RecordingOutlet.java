package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.End;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what it was given, decoded; and complains about a hub that breaks its word. */
final class RecordingOutlet implements Outlet {

    private final Encoding encoding;
    private final List<Frame> frames = new ArrayList<>();
    private final List<ServerMessage> messages = new ArrayList<>();
    private @Nullable End end;

    RecordingOutlet() {
        this(Encoding.JSON);
    }

    RecordingOutlet(Encoding encoding) {
        this.encoding = encoding;
    }

    @Override
    public void send(Frame frame) {
        if (end != null) {
            throw new AssertionError("a frame after the end");
        }
        frames.add(frame);
        List<ServerMessage> decoded = decode(frame, encoding);
        if (decoded.size() != frame.messages()) {
            throw new AssertionError("the frame says it holds " + frame.messages() + " but holds " + decoded);
        }
        messages.addAll(decoded);
    }

    static List<ServerMessage> decode(Frame frame, Encoding encoding) {
        try {
            return FrameCodec.of(encoding).decodeServerFrame(frame.bytes());
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void end(End why) {
        if (end != null) {
            throw new AssertionError("ended twice");
        }
        end = why;
    }

    @Nullable
    End ended() {
        return end;
    }

    List<Frame> frames() {
        return frames;
    }

    Position position() {
        return frames.getLast().position();
    }

    /** All messages since the last call. */
    List<ServerMessage> take() {
        List<ServerMessage> taken = List.copyOf(messages);
        messages.clear();
        return taken;
    }

    /** The messages of one type since the last call; the others are dropped. */
    <T extends ServerMessage> List<T> take(Class<T> type) {
        return take().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
