package dev.liveticker.server.fault;

import java.io.Closeable;
import java.io.IOException;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.channels.Configurable;

/** Ends a connection as a broken cable would. */
public final class Cut {

    private Cut() {}

    /** Closes it without waiting for what was sent to arrive. On its I/O thread; harmless if it is closed already. */
    public static <C extends Configurable & Closeable> void off(C connection) {
        try {
            connection.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException e) {
            // Closed already, then.
        }
        IoUtils.safeClose(connection);
    }
}
