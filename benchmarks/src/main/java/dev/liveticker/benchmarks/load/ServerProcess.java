package dev.liveticker.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux says of the server's process (proc(5)).
 *
 * @param pid its id
 */
public record ServerProcess(long pid) {

    /** USER_HZ, which is 100 on every Linux the JDK runs on. */
    private static final double TICKS_PER_SECOND = 100;

    /** Processor time all its threads have had, seconds. */
    public double cpuSeconds() throws IOException {
        return cpuSeconds(Files.readString(file("stat")));
    }

    /** Memory it has in RAM, KiB. */
    public long residentKb() throws IOException {
        return residentKb(Files.readString(file("status")));
    }

    /** The name in parentheses may hold blanks, so fields are counted from its end. */
    static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    static long residentKb(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no VmRSS in a process's status"));
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
