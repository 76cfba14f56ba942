package dev.liveticker.server.limit;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many sessions there are that outlive a connection, in all and from each address. Any thread. */
public final class OpenSessions {

    private final LimitSettings settings;
    private final AtomicInteger all = new AtomicInteger();
    /** Holds those alone that have one, so that it is bounded by their number. */
    private final Map<AddressBlock, Integer> byAddress = new ConcurrentHashMap<>();

    public OpenSessions(LimitSettings settings) {
        this.settings = settings;
    }

    /** One more from there; false if it is one too many, and then it does not count. */
    public boolean admit(InetAddress address) {
        boolean exempt = settings.exemptLoopback() && address.isLoopbackAddress();
        int ofAddress = byAddress.merge(AddressBlock.of(address), 1, Integer::sum);
        if (all.incrementAndGet() > settings.maxSubscribers() || (!exempt && ofAddress > settings.maxPerAddress())) {
            gone(address);
            return false;
        }
        return true;
    }

    /** One that was admitted is over. */
    public void gone(InetAddress address) {
        all.decrementAndGet();
        byAddress.computeIfPresent(AddressBlock.of(address), (_, count) -> count == 1 ? null : count - 1);
    }

    /** How many there are. */
    public int count() {
        return all.get();
    }
}
