package dev.liveticker.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Counts the quotes in one connection's payload by the bytes each begins with, wherever the payload is split, and reads
 * the time of every so-manieth. It parses no JSON: nothing else in the protocol can contain that beginning.
 */
final class MessageCounter {

    private static final byte[] MARKER = "{\"type\":\"quote\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIME = "\"time\":".getBytes(StandardCharsets.US_ASCII);

    /** {@code ,"symbol":"A","seq":1,"time":1}: no quote has fewer bytes after the marker, so these need no look. */
    private static final int SHORTEST_REST = 30;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BRACES = ONES * '{';
    private static final long MARKER_HEAD = word(0);
    private static final long MARKER_TAIL = word(MARKER.length - Long.BYTES);

    private final Tally tally;
    private int matched;
    private int skip;
    private boolean timing;
    private int timeMatched;
    private boolean inDigits;
    private long time;

    MessageCounter(Tally tally) {
        this.tally = tally;
    }

    /** @param payload little-endian; its bytes in {@code [from, to)} are the payload's next */
    void count(ByteBuffer payload, int from, int to) {
        int at = from;
        while (at < to) {
            if (timing) {
                at = readTime(payload, at, to);
            } else if (skip > 0) {
                int skipped = Math.min(skip, to - at);
                skip -= skipped;
                at += skipped;
            } else if (matched > 0) {
                at = matchOn(payload, at);
            } else {
                at = countWhole(payload, at, to);
            }
        }
    }

    /** Counts the quotes whose beginning lies whole in the bytes, up to one that does not or that is sampled. */
    private int countWhole(ByteBuffer payload, int from, int to) {
        int at = from;
        while ((at = brace(payload, at, to)) < to) {
            if (to - at < MARKER.length) {
                matched = 1;
                return at + 1;
            }
            if (payload.getLong(at) != MARKER_HEAD || payload.getLong(at + MARKER.length - Long.BYTES) != MARKER_TAIL) {
                at++;
            } else if (tally.message()) {
                time();
                return at + MARKER.length;
            } else {
                at += MARKER.length + SHORTEST_REST;
                if (at >= to) {
                    skip = at - to;
                    return to;
                }
            }
        }
        return to;
    }

    private int matchOn(ByteBuffer payload, int at) {
        if (payload.get(at) == MARKER[matched]) {
            if (++matched == MARKER.length) {
                matched = 0;
                found();
            }
            return at + 1;
        }
        // The marker's first byte does not come again within it, so a new match can begin here at the earliest.
        matched = 0;
        return at;
    }

    private void found() {
        if (tally.message()) {
            time();
        } else {
            skip = SHORTEST_REST;
        }
    }

    private void time() {
        timing = true;
        timeMatched = 0;
        inDigits = false;
        time = 0;
    }

    private int readTime(ByteBuffer payload, int from, int to) {
        int at = from;
        while (at < to) {
            byte b = payload.get(at++);
            if (inDigits) {
                if (b < '0' || b > '9') {
                    timing = false;
                    tally.age(time);
                    return at - 1;
                }
                time = time * 10 + (b - '0');
            } else if (b == '}') {
                timing = false;
                return at;
            } else if (b == TIME[timeMatched]) {
                inDigits = ++timeMatched == TIME.length;
            } else {
                timeMatched = b == TIME[0] ? 1 : 0;
            }
        }
        return at;
    }

    /** Where the next opening brace is, eight bytes at a step. */
    private static int brace(ByteBuffer payload, int from, int to) {
        int at = from;
        while (to - at >= Long.BYTES) {
            long found = braces(payload.getLong(at));
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < to && payload.get(at) != '{') {
            at++;
        }
        return at;
    }

    /** Its lowest bit set is in the first byte that is a brace (Hacker's Delight, 6-1: finding a zero byte). */
    private static long braces(long bytes) {
        long differing = bytes ^ BRACES;
        return (differing - ONES) & ~differing & HIGHS;
    }

    private static long word(int at) {
        return ByteBuffer.wrap(MARKER).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
    }
}
