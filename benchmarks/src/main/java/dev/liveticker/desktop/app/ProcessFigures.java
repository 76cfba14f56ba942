package dev.liveticker.desktop.app;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.jspecify.annotations.NullMarked;

/** What this process uses. Safe in any thread. */
@NullMarked
final class ProcessFigures {

    private static final double MEGABYTE = 1e6;

    private final long cpuBefore = cpuNanos();
    private final long timeBefore = System.nanoTime();

    /** Processor time since this was made, in per cent of a core. */
    double cpuPercent() {
        return 100.0 * (cpuNanos() - cpuBefore) / (System.nanoTime() - timeBefore);
    }

    /** What lives on the heap after garbage is collected, megabytes. */
    static double heapMegabytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
