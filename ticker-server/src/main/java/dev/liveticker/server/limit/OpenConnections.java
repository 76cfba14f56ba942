package dev.liveticker.server.limit;

import java.net.InetAddress;
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
    private final BlockCounts byAddress = new BlockCounts();

    /** @param carriers whose connections carry the requests of others, and count only in all */
    OpenConnections(LimitSettings settings, Buckets<AddressBlock> comings, Predicate<InetAddress> carriers) {
        this.settings = settings;
        this.comings = comings;
        this.carriers = carriers;
    }

    /** A connection comes. Unless it is {@link Admission#DROPPED}, it counts until it is said to be {@link #gone}. */
    public Admission admit(InetAddress address) {
        boolean exempt = isExempt(address);
        int most = settings.maxConnections();
        int mostPerAddress = settings.maxPerAddress();
        int now = all.incrementAndGet();
        int ofAddress = exempt ? 0 : byAddress.add(address);
        if (now > most + SPARE || ofAddress > mostPerAddress + SPARE_PER_ADDRESS) {
            gone(address);
            dropped.increment();
            return Admission.DROPPED;
        }
        boolean tooOften = !exempt && !comings.take(AddressBlock.of(address), 1).isZero();
        if (tooOften || ofAddress > mostPerAddress) {
            return Admission.TOO_MANY_OF_ADDRESS;
        }
        return now > most ? Admission.FULL : Admission.OPEN;
    }

    /** A connection that was counted is closed. */
    public void gone(InetAddress address) {
        all.decrementAndGet();
        if (!isExempt(address)) {
            byAddress.subtract(address);
        }
    }

    /**
     * A request comes that another's connection carries: what counts for its own address as a connection would, until
     * it is said to have {@link #left}.
     *
     * @return false if too many of its address are there; then it does not count
     */
    public boolean enter(InetAddress address) {
        if (settings.exempts(address) || byAddress.add(address) <= settings.maxPerAddress()) {
            return true;
        }
        byAddress.subtract(address);
        return false;
    }

    /** A request that was let {@link #enter in} is over, and what became of its connection. */
    public void left(InetAddress address) {
        if (!settings.exempts(address)) {
            byAddress.subtract(address);
        }
    }

    /** Whether connections from there count only in all. */
    private boolean isExempt(InetAddress address) {
        return settings.exempts(address) || carriers.test(address);
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
