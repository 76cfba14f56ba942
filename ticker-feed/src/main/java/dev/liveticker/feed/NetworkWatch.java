package dev.liveticker.feed;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
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

    /**
     * Goes by the interfaces of this machine that are up; may take some milliseconds. Loopback and addresses that lead
     * no further than a link are left out: containers and tunnels bring such with them.
     */
    static NetworkWatch ofMachine() {
        return new NetworkWatch(NetworkWatch::ownAddresses);
    }

    /**
     * True if one of the addresses of the last call is gone, or there were none and there are now. One more beside them
     * takes nothing from the connections that there are.
     */
    synchronized boolean changed() {
        Set<InetAddress> now = addresses.get();
        boolean changed = known != null && (!now.containsAll(known) || (known.isEmpty() && !now.isEmpty()));
        known = now;
        return changed;
    }

    static Set<InetAddress> ownAddresses() {
        Set<InetAddress> own = new HashSet<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    network.inetAddresses()
                            .filter(address -> !address.isLinkLocalAddress())
                            .forEach(own::add);
                }
            }
        } catch (SocketException e) {
            // No network at all, on some systems; the next call tells.
            return Set.of();
        }
        return own;
    }
}
