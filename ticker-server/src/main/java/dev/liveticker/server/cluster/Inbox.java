package dev.liveticker.server.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * What Redis has published and this node has not looked at yet. Bounded: what does not fit is forgotten, which the log
 * heals. Safe in any thread.
 */
final class Inbox {

    private final int messages;
    private final long bytes;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long size;
    private long forgotten;

    /**
     * @param messages how many may wait
     * @param bytes how many bytes they may have together
     */
    Inbox(int messages, long bytes) {
        this.messages = messages;
        this.bytes = bytes;
    }

    /** Takes a message, or not; whether somebody must be told to look, because nothing was there before. */
    synchronized boolean put(byte[] message) {
        if (waiting.size() >= messages || size + message.length > bytes) {
            forgotten++;
            return false;
        }
        waiting.add(message);
        size += message.length;
        return waiting.size() == 1;
    }

    /** The oldest ones, at most so many; they leave it. */
    synchronized List<byte[]> take(int most) {
        List<byte[]> taken = new ArrayList<>(Math.min(most, waiting.size()));
        byte[] next = waiting.poll();
        while (next != null) {
            taken.add(next);
            size -= next.length;
            next = taken.size() < most ? waiting.poll() : null;
        }
        return taken;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized void clear() {
        waiting.clear();
        size = 0;
    }

    /** How many did not fit. */
    synchronized long forgotten() {
        return forgotten;
    }
}
