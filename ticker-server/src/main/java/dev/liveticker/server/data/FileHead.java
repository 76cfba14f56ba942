package dev.liveticker.server.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The first bytes of an SQLite file (its documentation, "Database File Format", section 1.3). */
final class FileHead {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int USER_VERSION = 60;
    private static final int LENGTH = 64;

    private FileHead() {}

    /**
     * The {@code user_version} that stands there; 0 for what is no such file, or cannot be read. SQLite's log may hold
     * a later one.
     */
    static int version(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return 0;
        }
        ByteBuffer head = ByteBuffer.allocate(LENGTH);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // Until it is full, or there is no more.
            }
        }
        boolean ours = !head.hasRemaining() && head.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
        return ours ? head.getInt(USER_VERSION) : 0;
    }
}
