package dev.liveticker.server.transport.websocket;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Tally;
import dev.liveticker.server.transport.WireImages;
import java.nio.ByteBuffer;

/** Frames as WebSocket messages, for the connections of one I/O thread. Holds native memory until closed. */
final class FrameImages implements AutoCloseable {

    private final Deflate deflate = new Deflate();
    private final WireImages plain = new WireImages(FrameImages::draw);
    private final WireImages compressed = new WireImages(this::drawCompressed);
    private final Tally messages = new Tally();
    private final Tally before = new Tally();
    private final Tally after = new Tally();

    /** A view of the frame's image, good until the next frames are asked for. It is taken to be sent. */
    ByteBuffer of(Frame frame, boolean mayCompress) {
        if (!mayCompress || frame.size() < Deflate.THRESHOLD) {
            return plain.of(frame);
        }
        ByteBuffer image = compressed.of(frame);
        if (FrameWriter.isCompressed(image)) {
            messages.add(1);
            before.add(frame.size());
            after.add(image.remaining());
        }
        return image;
    }

    /** What compressing has come to; any thread may ask. */
    Compression compression() {
        return new Compression(messages.count(), before.count(), after.count());
    }

    private static ByteBuffer draw(Frame frame, WireImages.Canvas canvas) {
        ByteBuffer image = canvas.room(FrameWriter.MAX_HEADER + frame.size());
        FrameWriter.header(image, opcode(frame), false, frame.size());
        frame.writeTo(image);
        return image.flip();
    }

    /** If it does not get shorter it is better sent as it is. */
    private ByteBuffer drawCompressed(Frame frame, WireImages.Canvas canvas) {
        ByteBuffer image = canvas.room(FrameWriter.MAX_HEADER + frame.size());
        image.position(FrameWriter.MAX_HEADER);
        int length = deflate.message(frame.bytes(), image);
        if (length == 0) {
            return draw(frame, canvas);
        }
        int begin = FrameWriter.MAX_HEADER - FrameWriter.headerLength(length);
        image.position(begin);
        FrameWriter.header(image, opcode(frame), true, length);
        return image.limit(FrameWriter.MAX_HEADER + length).position(begin);
    }

    private static int opcode(Frame frame) {
        return frame.encoding() == Encoding.JSON ? Opcode.TEXT : Opcode.BINARY;
    }

    @Override
    public void close() {
        deflate.close();
    }
}
