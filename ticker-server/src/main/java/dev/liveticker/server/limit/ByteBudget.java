package dev.liveticker.server.limit;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be held at once for clients that have yet to read them. Any thread. */
public final class ByteBudget {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    public ByteBudget(long most) {
        this.most = most;
    }

    /** Sets so many aside; false if that is too many, and none are. */
    public boolean take(long bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    public void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    /** How many are set aside. */
    public long held() {
        return held.get();
    }
}
