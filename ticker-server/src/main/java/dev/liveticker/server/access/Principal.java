package dev.liveticker.server.access;

import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is, and what it may do.
 *
 * @param user its name; absent where nobody said who it is
 * @param channels what it may subscribe to
 * @param symbols what it may see
 * @param expiry when all of this ends; absent for never
 * @param operator whether it may also see how the server itself fares
 */
public record Principal(
        @Nullable String user,
        Set<Channel> channels,
        AllowedSymbols symbols,
        @Nullable Instant expiry,
        boolean operator) {

    /** The one user of a server that only its own machine can reach. */
    public static final String LOCAL_USER = "local";

    private static final Principal ANONYMOUS =
            new Principal(null, EnumSet.allOf(Channel.class), AllowedSymbols.everything(), null, false);
    private static final Principal LOCAL =
            new Principal(LOCAL_USER, EnumSet.allOf(Channel.class), AllowedSymbols.everything(), null, true);
    private static final Principal STRANGER = new Principal(null, Set.of(), AllowedSymbols.nothing(), null, false);

    public Principal {
        channels = Set.copyOf(channels);
    }

    /** Anyone at all, on a server that asks nobody who they are: sees everything, is no user. */
    public static Principal anonymous() {
        return ANONYMOUS;
    }

    /** Whoever uses a server that is not asking and that only its own machine can reach. */
    public static Principal local() {
        return LOCAL;
    }

    /** A client that is still to say who it is: may do nothing until it has. */
    public static Principal stranger() {
        return STRANGER;
    }

    /** Whether it is still to say who it is. */
    public boolean isStranger() {
        return equals(STRANGER);
    }

    public boolean allows(Channel channel) {
        return channels.contains(channel);
    }

    public boolean allows(Symbol symbol) {
        return symbols.allows(symbol);
    }

    /** Whether both are the same user, or both none. */
    public boolean isSameUser(Principal other) {
        return Objects.equals(user, other.user);
    }
}
