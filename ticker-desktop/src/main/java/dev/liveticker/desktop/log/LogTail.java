package dev.liveticker.desktop.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a log file, and what is added to it. A file that is turned over (renamed to {@code NAME.1}, and begun
 * anew) is followed; one that is not there yet is awaited. Nothing is kept open between two looks. Blocks on the disk;
 * for one thread.
 */
final class LogTail {

    /** So much of it is read at once; of more, only the end. */
    static final int MOST_BYTES = 512 * 1024;

    private final Path file;
    private @Nullable Object key;
    private long position;
    private boolean begun;
    private LogLine.Level level = LogLine.Level.INFO;

    /**
     * What was found.
     *
     * @param anew whether it begins the log again instead of going on with it
     * @param skipped whether there was more than could be read, before these lines
     * @param missing whether there is no file
     */
    record Found(List<LogLine> lines, boolean anew, boolean skipped, boolean missing) {
        Found {
            lines = List.copyOf(lines);
        }
    }

    LogTail(Path file) {
        this.file = file;
    }

    /**
     * What has come since the last look; at the first one, the end of the file.
     *
     * @throws IOException if the file is there and cannot be read
     */
    Found look() throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // Between two files, or before the first: whatever comes is read from its beginning.
            return new Found(List.of(), false, false, true);
        }
        if (!begun) {
            begun = true;
            follow(now, Math.max(0, now.size() - MOST_BYTES));
            boolean skipped = position > 0;
            List<LogLine> lines = read(file, skipped);
            return new Found(lines, true, skipped, false);
        }
        List<LogLine> lines = new ArrayList<>();
        if (isAnother(now)) {
            Optional<Path> turnedOver = turnedOver();
            if (turnedOver.isPresent()) {
                lines.addAll(read(turnedOver.get(), false));
            }
            follow(now, 0);
        }
        boolean skipped = now.size() - position > MOST_BYTES;
        if (skipped) {
            position = now.size() - MOST_BYTES;
        }
        lines.addAll(read(file, skipped));
        return new Found(lines, false, skipped, false);
    }

    /** Where the system tells files apart it is asked; elsewhere a file that is shorter than before is another. */
    private boolean isAnother(BasicFileAttributes now) {
        return now.size() < position || !Objects.equals(now.fileKey(), key);
    }

    private Optional<Path> turnedOver() throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".1");
        Object before = key;
        if (before == null || !Files.exists(aside)) {
            return Optional.empty();
        }
        BasicFileAttributes attributes = Files.readAttributes(aside, BasicFileAttributes.class);
        boolean same = before.equals(attributes.fileKey());
        return same && attributes.size() - position <= MOST_BYTES ? Optional.of(aside) : Optional.empty();
    }

    private void follow(BasicFileAttributes now, long from) {
        key = now.fileKey();
        position = from;
    }

    /** @param fromMiddle whether reading begins inside a line, whose rest is of no use */
    private List<LogLine> read(Path from, boolean fromMiddle) throws IOException {
        byte[] bytes;
        try (SeekableByteChannel channel = Files.newByteChannel(from)) {
            channel.position(Math.min(position, channel.size()));
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.clamp(channel.size() - position, 0L, MOST_BYTES));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // A short read is followed by another.
            }
            bytes = Arrays.copyOf(buffer.array(), buffer.position());
        } catch (NoSuchFileException e) {
            return List.of();
        }
        // Only up to the last line feed, so that no letter of several bytes is ever torn.
        int end = lastLineFeed(bytes) + 1;
        position += end;
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        List<LogLine> lines = new ArrayList<>();
        boolean drop = fromMiddle;
        for (String line : text.lines().toList()) {
            if (!drop) {
                lines.add(next(line));
            }
            drop = false;
        }
        if (end == 0 && bytes.length == MOST_BYTES) {
            // One line longer than everything that is read at once: it is passed over.
            position += bytes.length;
        }
        return lines;
    }

    private LogLine next(String text) {
        LogLine line = LogLine.of(text, level);
        level = line.level();
        return line;
    }

    private static int lastLineFeed(byte[] bytes) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
