package dev.liveticker.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a target holds up against what it found. */
public final class Claim {

    /** A sentence for people is no longer. */
    private static final int LONGEST_SENTENCE = 500;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Claim() {}

    /** @throws AssertionError that says so, unless it is true */
    public static void that(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** @throws AssertionError that shows both, unless they are equal */
    public static void same(@Nullable Object expected, @Nullable Object found) {
        that(Objects.equals(expected, found), () -> "expected " + expected + "\nbut found " + found);
    }

    /**
     * That something is fit to be told to whoever sent what is wrong: words, of bounded length, on one line, with
     * nothing in it of how the program is made.
     */
    public static void sentence(String said) {
        line(said);
        that(said.length() <= LONGEST_SENTENCE, () -> "too much is said: " + said);
        that(
                !said.contains("Exception") && !said.contains("java.") && !said.contains("dev.liveticker"),
                () -> "it speaks of the inside of the program: " + said);
    }

    /** That something can be shown on a line: it says something, and nothing in it steers what shows it. */
    public static void line(String said) {
        that(!said.isBlank(), () -> "nothing is said");
        that(said.chars().noneMatch(Character::isISOControl), () -> "there is a control character in: " + said);
    }

    /**
     * Does something that may take no more memory than this. What it takes is counted as it is allocated, whether it is
     * held or not: a length that is believed before it is compared with what is there shows at once.
     *
     * @param bytes that may be allocated on this thread
     */
    public static <T> T within(long bytes, Callable<T> work) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T result = work.call();
        if (THREADS.getCurrentThreadAllocatedBytes() - before <= bytes) {
            return result;
        }
        // The first time something is done, classes are loaded on this thread as well.
        before = THREADS.getCurrentThreadAllocatedBytes();
        result = work.call();
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        that(taken <= bytes, () -> taken + " bytes were allocated; at most " + bytes + " expected");
        return result;
    }
}
