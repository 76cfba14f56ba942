package dev.liveticker.server.limit;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** How many connections there are, in all and from each address. Any thread. */
public final class OpenConnections {

    /** What becomes of a new connection. */
    public enum Admission {
        OPEN,
        /** Too many of its address are there, or came lately: its request is answered so, and no more. */
        TOO_MANY_OF_ADDRESS,
        /** Too many are there: its request is answered so, and no more. */
        FULL,
        /** Even for an answer there are too many. It does not count as there. */
        DROPPED
    }

    /** Connections that wait to be told they are too many, in all and from one address. */
    private static final int SPARE = 500;

    private static final int SPARE_PER_ADDRESS = 50;

    private final LimitSettings settings;
    private final Buckets<AddressBlock> comings;
    private final Predicate<InetAddress> carriers;
    private final AtomicInteger all = new AtomicInteger();
    private final LongAdder dropped = new LongAdder();
    /** Holds those alone that have a connection, so that it is bounded by their number. */
    private final Map<AddressBlock, Integer> byAddress = new ConcurrentHashMap<>();

    /** @param carriers whose connections carry the requests of others, and count only in all */
    OpenConnections(LimitSettings settings, Buckets<AddressBlock> comings, Predicate<InetAddress> carriers) {
        this.settings = settings;
        this.comings = comings;
        this.carriers = carriers;
    }

    /** A connection comes. Unless it is {@link Admission#DROPPED}, it counts until it is said to be {@link #gone}. */
    public Admission admit(InetAddress address) {
        AddressBlock block = AddressBlock.of(address);
        boolean exempt = isExempt(address) || carriers.test(address);
        int most = settings.maxConnections();
        int mostPerAddress = settings.maxPerAddress();
        int now = all.incrementAndGet();
        int ofAddress = byAddress.merge(block, 1, Integer::sum);
        if (now > most + SPARE || (!exempt && ofAddress > mostPerAddress + SPARE_PER_ADDRESS)) {
            gone(address);
            dropped.increment();
            return Admission.DROPPED;
        }
        if (!exempt && (ofAddress > mostPerAddress || !comings.take(block, 1).isZero())) {
            return Admission.TOO_MANY_OF_ADDRESS;
        }
        return now > most ? Admission.FULL : Admission.OPEN;
    }

    /** A connection that was counted is closed. */
    public void gone(InetAddress address) {
        all.decrementAndGet();
        subtract(AddressBlock.of(address));
    }

    /**
     * A request comes that another's connection carries: what counts for its own address as a connection would, until
     * it is said to have {@link #left}.
     *
     * @return false if too many of its address are there; then it does not count
     */
    public boolean enter(InetAddress address) {
        if (isExempt(address)) {
            return true;
        }
        AddressBlock block = AddressBlock.of(address);
        if (byAddress.merge(block, 1, Integer::sum) <= settings.maxPerAddress()) {
            return true;
        }
        subtract(block);
        return false;
    }

    /** A request that was let {@link #enter in} is over, and what became of its connection. */
    public void left(InetAddress address) {
        if (!isExempt(address)) {
            subtract(AddressBlock.of(address));
        }
    }

    private boolean isExempt(InetAddress address) {
        return settings.exemptLoopback() && address.isLoopbackAddress();
    }

    private void subtract(AddressBlock block) {
        byAddress.computeIfPresent(block, (_, count) -> count == 1 ? null : count - 1);
    }

    /** How many were dropped without a word. */
    public long dropped() {
        return dropped.sum();
    }

    /** How many there are. */
    public int count() {
        return all.get();
    }
}
