package dev.liveticker.benchmarks.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Writes down what happened and when, so that what went wrong can be understood afterwards. Any thread. */
final class Chronicle implements AutoCloseable {

    private static final int MOST_PROBLEMS = 200;

    private final PrintWriter lines;
    private final List<String> problems = new ArrayList<>();
    private int problemCount;

    Chronicle(Path file) throws IOException {
        this.lines = new PrintWriter(Files.newBufferedWriter(file), true);
    }

    synchronized void note(String what) {
        lines.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + what);
    }

    /** Notes it, and says it on standard output too. */
    synchronized void tell(String what) {
        note(what);
        System.out.println("  " + what);
    }

    /** Something that must not be: the soak has failed. */
    synchronized void problem(String what) {
        problemCount++;
        note("PROBLEM " + what);
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(what);
        }
    }

    /** The first of them. */
    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    synchronized int problemCount() {
        return problemCount;
    }

    @Override
    public synchronized void close() {
        lines.close();
    }
}
