package dev.liveticker.server.recording;

import java.util.Arrays;
import java.util.Optional;

/** What a block of a recording holds. */
enum BlockKind {
    /** The {@link RecordingHeader} as JSON: the first block, and only that. */
    HEADER('H', 128 * 1024 * 1024),
    /** Batches, one after the other. */
    BATCHES('B', 8 * 1024 * 1024),
    /** The {@link EndMark} as JSON: the last block of a recording that was finished. */
    END('E', 1024);

    private final byte code;
    private final int maxContent;

    BlockKind(char code, int maxContent) {
        this.code = (byte) code;
        this.maxContent = maxContent;
    }

    /** The most bytes that a block of it unfolds to. */
    int maxContent() {
        return maxContent;
    }

    /** The most bytes that it takes: what does not compress grows by 5 for each 16 KiB (RFC 1951, 3.2.4). */
    int maxStored() {
        return maxContent + maxContent / 1024 + 64;
    }

    byte code() {
        return code;
    }

    static Optional<BlockKind> of(byte code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
}
