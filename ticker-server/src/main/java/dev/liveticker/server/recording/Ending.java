package dev.liveticker.server.recording;

import org.jspecify.annotations.Nullable;

/**
 * Where a recording ended, once all of it that can be read was.
 *
 * @param batches how many whole ones were read
 * @param position the byte where the block begins that is the last one, or that something is wrong with
 * @param end up to when it was recorded, microseconds since the Unix epoch on the market's own clock; where that is not
 *     known, when the last whole batch arrived
 * @param fault what is wrong with it, such as that it was cut off; absent if it is whole
 */
public record Ending(
        long batches, long position, long end, @Nullable String fault) {}
