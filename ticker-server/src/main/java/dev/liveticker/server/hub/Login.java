package dev.liveticker.server.hub;

import dev.liveticker.server.access.Principal;
import org.jspecify.annotations.Nullable;

/** What became of a client's {@code authenticate}, which its transport has looked at. */
public sealed interface Login {

    /** The request's, if it had one. */
    @Nullable
    String id();

    /** It proved who it is. */
    record Proven(@Nullable String id, Principal principal) implements Login {}

    /**
     * It proved nothing; what it had before stands.
     *
     * @param code for programs
     * @param why for people
     */
    record Failed(@Nullable String id, String code, String why) implements Login {}
}
