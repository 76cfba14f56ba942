package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Position;
import java.nio.ByteBuffer;
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

    private final Kind kind;
    private final Encoding encoding;
    private final List<byte[]> messages;
    private final int size;
    private final Position position;

    /**
     * @param kind what it holds
     * @param encoding of the messages
     * @param messages encoded one by one; not to be changed any more
     * @param position the place in the stream after the frame
     */
    public Frame(Kind kind, Encoding encoding, List<byte[]> messages, Position position) {
        this.kind = kind;
        this.encoding = encoding;
        this.messages = messages;
        this.size = FrameCodec.of(encoding).joinedLength(messages);
        this.position = position;
    }

    public Kind kind() {
        return kind;
    }

    public Encoding encoding() {
        return encoding;
    }

    /** How many messages it holds. */
    public int messages() {
        return messages.size();
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
        FrameCodec.of(encoding).join(messages, target);
    }

    /** Its bytes, in an array of their own. */
    public byte[] bytes() {
        ByteBuffer target = ByteBuffer.allocate(size);
        writeTo(target);
        return target.array();
    }
}
