package dev.liveticker.server.limit;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many there are of something of each {@link AddressBlock}. Any thread. */
final class BlockCounts {

    /** Holds those alone that have one, so that it is bounded by their number. */
    private final Map<AddressBlock, Integer> counts = new ConcurrentHashMap<>();

    /** One more of an address. Returns how many there are of its block now. */
    int add(InetAddress address) {
        return counts.merge(AddressBlock.of(address), 1, Integer::sum);
    }

    /** One that was added is gone. */
    void subtract(InetAddress address) {
        counts.computeIfPresent(AddressBlock.of(address), (_, count) -> count == 1 ? null : count - 1);
    }
}
