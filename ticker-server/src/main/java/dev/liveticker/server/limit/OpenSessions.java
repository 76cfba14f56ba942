package dev.liveticker.server.limit;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** How many sessions there are that outlive a connection, in all and from each address. Any thread. */
public final class OpenSessions {

    private final LimitSettings settings;
    private final AtomicInteger all = new AtomicInteger();
    private final BlockCounts byAddress = new BlockCounts();

    public OpenSessions(LimitSettings settings) {
        this.settings = settings;
    }

    /** One more from there; false if it is one too many, and then it does not count. */
    public boolean admit(InetAddress address) {
        int ofAddress = settings.exempts(address) ? 0 : byAddress.add(address);
        if (all.incrementAndGet() > settings.maxSubscribers() || ofAddress > settings.maxPerAddress()) {
            gone(address);
            return false;
        }
        return true;
    }

    /** One that was admitted is over. */
    public void gone(InetAddress address) {
        all.decrementAndGet();
        if (!settings.exempts(address)) {
            byAddress.subtract(address);
        }
    }
}
