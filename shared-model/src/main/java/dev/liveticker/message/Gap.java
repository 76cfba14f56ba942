package dev.liveticker.message;

import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Lossless messages numbered {@code fromSeq} to {@code toSeq}, both inclusive, will not come: refetch them.
 *
 * @param symbol whose; absent for every symbol subscribed to on the channel
 * @param reason {@code slow_reader}, {@code not_retained}, {@code new_epoch}, {@code bad_position} or {@code too_late}
 */
public record Gap(Channel channel, @Nullable Symbol symbol, long fromSeq, long toSeq, String reason)
        implements ServerMessage {

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Gap {
        Required.field(channel, "channel");
        Required.field(reason, "reason");
    }
}
