package dev.liveticker.benchmarks.scaling;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals that Java has no word for; sent by kill(1). */
enum Signal {
    STOP,
    CONT;

    private static final int PATIENCE_SECONDS = 60;

    void sendTo(ProcessHandle process) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IOException("SIG" + name() + " did not reach process " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
