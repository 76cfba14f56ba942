package dev.liveticker.benchmarks.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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

    /**
     * Processor time of its threads of that name, seconds; 0 if there is none.
     *
     * @param thread of 15 characters at most: the kernel keeps no more of a name
     */
    public double threadSeconds(String thread) throws IOException {
        double sum = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(file("task"))) {
            for (Path task : tasks) {
                String stat = stat(task);
                if (name(stat).equals(thread)) {
                    sum += cpuSeconds(stat);
                }
            }
        }
        return sum;
    }

    /** Empty of one that has ended since it was listed. */
    private static String stat(Path task) throws IOException {
        try {
            return Files.readString(task.resolve("stat"));
        } catch (IOException e) {
            if (Files.exists(task)) {
                throw e;
            }
            return "";
        }
    }

    static String name(String stat) {
        int open = stat.indexOf('(');
        return open < 0 ? "" : stat.substring(open + 1, stat.lastIndexOf(')'));
    }

    /** Threads as the kernel counts them. */
    public int tasks() throws IOException {
        return count("task");
    }

    /** Open files and sockets. */
    public int fileDescriptors() throws IOException {
        return count("fd");
    }

    private int count(String folder) throws IOException {
        int entries = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(file(folder))) {
            for (Path _ : all) {
                entries++;
            }
        }
        return entries;
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
