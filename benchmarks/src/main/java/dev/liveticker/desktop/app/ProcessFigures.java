package dev.liveticker.desktop.app;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** What this process uses. Safe in any thread. */
@NullMarked
final class ProcessFigures {

    /** The thread that lays out. */
    static final String UI = "JavaFX Application Thread";

    /** The thread that paints what was laid out. */
    static final String PAINTER = "QuantumRenderer-0";

    private static final double MEGABYTE = 1e6;

    private final long cpuBefore = cpuNanos();
    private final long timeBefore = System.nanoTime();
    private final Map<String, Long> threadsBefore = Map.of(UI, threadNanos(UI), PAINTER, threadNanos(PAINTER));

    /** Processor time since this was made, in per cent of a core. */
    double cpuPercent() {
        return 100.0 * (cpuNanos() - cpuBefore) / (System.nanoTime() - timeBefore);
    }

    /** Processor time that the threads of a name have had since this was made, milliseconds. */
    double threadMillis(String name) {
        return (threadNanos(name) - threadsBefore.getOrDefault(name, 0L)) / 1e6;
    }

    /** What lives on the heap after garbage is collected, megabytes. */
    static double heapMegabytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static long threadNanos(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && name.equals(thread.getThreadName()))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
