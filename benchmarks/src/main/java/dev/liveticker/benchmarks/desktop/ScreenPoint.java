package dev.liveticker.benchmarks.desktop;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One pixel of an X server without a screen, read from the memory it paints into, which disturbs neither it nor the
 * desktop. The format is that of xwd (XWDFile.h of X11): a header, a table of colours, and four bytes for each pixel.
 */
final class ScreenPoint {

    private static final int HEADER_SIZE = 0;
    private static final int BYTES_PER_LINE = 12 * Integer.BYTES;
    private static final int COLOURS = 19 * Integer.BYTES;
    private static final int BYTES_PER_COLOUR = 12;
    private static final long BETWEEN_NANOS = 2_000_000;

    private final MappedByteBuffer screen;
    private final int at;

    /** @param file of the first screen, which the X server has made already */
    ScreenPoint(Path file, int x, int y) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            screen = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
        // The header is in the order of the network, whatever the pixels are in.
        screen.order(ByteOrder.BIG_ENDIAN);
        at = screen.getInt(HEADER_SIZE)
                + screen.getInt(COLOURS) * BYTES_PER_COLOUR
                + y * screen.getInt(BYTES_PER_LINE)
                + x * Integer.BYTES;
    }

    int colour() {
        return screen.getInt(at);
    }

    /**
     * Waits until it has another colour.
     *
     * @param worthIt whether to go on waiting
     * @return whether it has
     */
    boolean awaitOther(int colour, BooleanSupplier worthIt) {
        while (colour() == colour) {
            if (!worthIt.getAsBoolean()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return true;
    }
}
