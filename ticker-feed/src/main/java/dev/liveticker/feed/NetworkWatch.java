package dev.liveticker.feed;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Notices another network by this machine's own addresses. Safe in any thread. */
final class NetworkWatch {

    private final Supplier<Set<InetAddress>> addresses;
    private @Nullable Set<InetAddress> known;

    /** @param addresses this machine's own; empty if they cannot be had */
    NetworkWatch(Supplier<Set<InetAddress>> addresses) {
        this.addresses = addresses;
    }

    /** Goes by the interfaces of this machine that are up, loopback left out; may take some milliseconds. */
    static NetworkWatch ofMachine() {
        return new NetworkWatch(NetworkWatch::ownAddresses);
    }

    /** Whether a server is on this very machine, so that no network lies between. */
    static boolean isLocal(URI server) {
        String host = server.getHost();
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    /** True if the addresses are others than at the last call. */
    synchronized boolean changed() {
        Set<InetAddress> now = addresses.get();
        boolean changed = known != null && !known.equals(now);
        known = now;
        return changed;
    }

    private static Set<InetAddress> ownAddresses() {
        Set<InetAddress> own = new HashSet<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    own.addAll(Collections.list(network.getInetAddresses()));
                }
            }
        } catch (SocketException e) {
            // No network at all, on some systems; the next call tells.
            return Set.of();
        }
        return own;
    }
}
