package dev.liveticker.server.hub;

import dev.liveticker.message.End;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Why a session ended.
 *
 * @param name for programs, in lower case
 */
public record Parting(String name) {

    /** The client went. */
    public static final Parting LEFT = new Parting("left");

    /** The client did not poll again in time, or its place was needed meanwhile. */
    public static final Parting FORGOTTEN = new Parting("forgotten");

    private static final Map<End, Parting> ENDS = new EnumMap<>(End.class);

    static {
        for (End end : End.values()) {
            ENDS.put(end, new Parting(end.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** The server ended it. */
    public static Parting of(End end) {
        return Objects.requireNonNull(ENDS.get(end));
    }

    /** All there are. */
    public static List<Parting> all() {
        return Stream.concat(
                        Stream.of(LEFT, FORGOTTEN), Arrays.stream(End.values()).map(Parting::of))
                .toList();
    }
}
