package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.List;

/**
 * What is sent to a subscriber at once: messages that are encoded already and shared with whoever else gets them. Never
 * changed; safe in any thread.
 */
public final class Frame {

    /** What a frame holds. */
    public enum Kind {
        /** Messages of any type. */
        MIXED,
        /** A lone heartbeat. */
        HEARTBEAT,
        /** Notifications only. */
        NOTIFICATION
    }

    /** One message of a frame. */
    public interface Part {

        ServerMessage message();

        /** Its bytes; not to be changed. In the frame's encoding any thread may ask for them, in another none. */
        byte[] in(Encoding encoding);
    }

    private final Kind kind;
    private final Encoding encoding;
    private final List<? extends Part> parts;
    private final List<byte[]> encoded;
    private final int size;
    private final Position position;

    /**
     * @param kind what it holds
     * @param encoding of the messages
     * @param parts the messages: what is for this subscriber alone, then the market's events; not to be changed any
     *     more
     * @param position the place in the stream after the frame
     */
    public Frame(Kind kind, Encoding encoding, List<? extends Part> parts, Position position) {
        this.kind = kind;
        this.encoding = encoding;
        this.parts = parts;
        this.encoded = new Encoded();
        this.size = FrameCodec.of(encoding).joinedLength(encoded);
        this.position = position;
    }

    /** The messages' bytes, without a list of their own to hold them. */
    private final class Encoded extends AbstractList<byte[]> {

        @Override
        public byte[] get(int index) {
            return parts.get(index).in(encoding);
        }

        @Override
        public int size() {
            return parts.size();
        }
    }

    public Kind kind() {
        return kind;
    }

    public Encoding encoding() {
        return encoding;
    }

    /** How many messages it holds. */
    public int messages() {
        return parts.size();
    }

    /** One of its messages. Answers and announcements of what was lost come before what happened in the market. */
    public ServerMessage message(int index) {
        return parts.get(index).message();
    }

    /** One of its messages as it is written; not to be changed. */
    public byte[] encoded(int index) {
        return encoded.get(index);
    }

    /** The place in the stream after it. */
    public Position position() {
        return position;
    }

    /** How many bytes it takes when it is written. */
    public int size() {
        return size;
    }

    /** Writes it, in {@link #size} bytes. */
    public void writeTo(ByteBuffer target) {
        FrameCodec.of(encoding).join(encoded, target);
    }

    /** Its bytes, in an array of their own. */
    public byte[] bytes() {
        ByteBuffer target = ByteBuffer.allocate(size);
        writeTo(target);
        return target.array();
    }
}
