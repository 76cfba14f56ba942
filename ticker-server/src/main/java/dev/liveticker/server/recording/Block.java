package dev.liveticker.server.recording;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A block as it was found in a file.
 *
 * @param kind what it holds, if that can be told
 * @param position the byte of the file where it begins
 * @param records how many records it says it holds
 * @param content what it unfolds to; of a damaged one, as far as it does
 * @param fault what is wrong with it; absent if it is whole
 */
record Block(
        @Nullable BlockKind kind,
        long position,
        int records,
        ByteBuffer content,
        @Nullable String fault) {

    static Block broken(@Nullable BlockKind kind, long position, ByteBuffer content, String fault) {
        return new Block(kind, position, 0, content, fault);
    }

    boolean isWhole() {
        return fault == null;
    }
}
