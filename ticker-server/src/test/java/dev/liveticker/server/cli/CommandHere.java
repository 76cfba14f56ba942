package dev.liveticker.server.cli;

import dev.liveticker.server.cli.CommandProcess.Ended;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The command in the process of the test, for what ends by itself: a process of its own takes a hundred times as long
 * to say the same.
 */
final class CommandHere {

    private static final long PATIENCE_SECONDS = 60;

    private CommandHere() {}

    /** Runs it and waits for its end. A server that starts all the same is ended, and the test fails. */
    static Ended run(String... arguments) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ExecutorService executor =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        try {
            Future<Integer> code = executor.submit(() -> Commands.line()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments));
            return new Ended(
                    code.get(PATIENCE_SECONDS, TimeUnit.SECONDS),
                    out.toString().lines().toList(),
                    err.toString().lines().toList());
        } finally {
            executor.shutdownNow();
        }
    }
}
