package dev.liveticker.server.cli;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.liveticker.server.cli.CommandProcess.Ended;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

/**
 * The command in the process of the test, for what ends by itself: a process of its own takes a hundred times as long
 * to say the same.
 */
final class CommandHere {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private CommandHere() {}

    /** Runs it and waits for its end. The test fails if a server starts all the same, which goes on beside it. */
    static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = assertTimeoutPreemptively(
                PATIENCE,
                () -> Commands.line()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments));
        return new Ended(
                code, out.toString().lines().toList(), err.toString().lines().toList());
    }
}
