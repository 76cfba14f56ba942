package dev.liveticker.server.transport;

import dev.liveticker.server.hub.Frame;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The last few frames as one transport puts them on the wire, in direct memory that is used over and over. The hub
 * gives the same frame to many connections one right after the other: it is drawn once and written from here to each of
 * them; only what a connection cannot write at once it has to {@link #keep}. For one thread.
 */
public final class WireImages {

    /** How many different frames a burst may alternate between and still find each drawn. */
    private static final int REMEMBERED = 8;

    /** Rare frames that are larger are not worth holding memory for. */
    private static final int LARGEST = 256 << 10;

    /** Draws frames. */
    @FunctionalInterface
    public interface Style {

        /**
         * The image of a frame, ready to be read.
         *
         * @param canvas whose memory is to be used if it suffices
         */
        ByteBuffer draw(Frame frame, Canvas canvas);
    }

    /** Memory to draw in. */
    public interface Canvas {

        /** An empty buffer with at least so much room; what it held before is gone. */
        ByteBuffer room(int bytes);
    }

    private final Style style;
    private final Slot[] slots = new Slot[REMEMBERED];
    private int next;

    public WireImages(Style style) {
        this.style = style;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new Slot();
        }
    }

    /** A view of the frame's image, good until the next frames are asked for. */
    // Two frames with the same bytes are rare, and comparing all bytes costs as much as drawing them.
    @SuppressWarnings("ReferenceEquality")
    public ByteBuffer of(Frame frame) {
        if (frame.size() > LARGEST) {
            return style.draw(frame, ByteBuffer::allocate);
        }
        for (Slot slot : slots) {
            if (slot.frame == frame && slot.image != null) {
                return slot.image.duplicate();
            }
        }
        Slot slot = slots[next];
        next = (next + 1) % REMEMBERED;
        slot.frame = null;
        ByteBuffer image = style.draw(frame, slot);
        slot.image = image;
        slot.frame = frame;
        return image.duplicate();
    }

    /** What is left of an image, to be kept for as long as it takes. */
    public static ByteBuffer keep(ByteBuffer image) {
        return ByteBuffer.allocate(image.remaining()).put(image).flip();
    }

    /** Two images, one behind the other. */
    public static ByteBuffer joined(ByteBuffer first, ByteBuffer rest) {
        return ByteBuffer.allocate(first.remaining() + rest.remaining())
                .put(first)
                .put(rest)
                .flip();
    }

    private static final class Slot implements Canvas {

        private ByteBuffer memory = ByteBuffer.allocate(0);
        private @Nullable Frame frame;
        private @Nullable ByteBuffer image;

        @Override
        public ByteBuffer room(int bytes) {
            if (memory.capacity() < bytes) {
                memory = ByteBuffer.allocateDirect(Integer.highestOneBit(Math.max(bytes, 1024) - 1) << 1);
            }
            return memory.clear();
        }
    }
}
