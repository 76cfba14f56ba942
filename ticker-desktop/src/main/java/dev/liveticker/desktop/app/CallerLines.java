package dev.liveticker.desktop.app;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What somebody says through a socket, line by line, in one piece or in many, but not beyond a deadline. */
final class CallerLines {

    private final Socket caller;
    private final InputStream in;
    private final long deadlineNanos;

    /** @param deadlineNanos on {@link System#nanoTime}, for all lines together */
    CallerLines(Socket caller, long deadlineNanos) throws IOException {
        this.caller = caller;
        this.in = new BufferedInputStream(caller.getInputStream());
        this.deadlineNanos = deadlineNanos;
    }

    /**
     * Up to the next line feed, and without it.
     *
     * @param most bytes that a line can have
     * @throws IOException if it is longer or too late, or if they hung up before its end
     */
    byte[] next(int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < most) {
            long left = (deadlineNanos - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IOException("too slow");
            }
            if (in.available() == 0) {
                caller.setSoTimeout((int) left);
            }
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        throw new IOException("too long");
    }
}
