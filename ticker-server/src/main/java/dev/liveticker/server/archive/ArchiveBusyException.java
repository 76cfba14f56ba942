package dev.liveticker.server.archive;

import java.io.IOException;
import java.io.Serial;

/** Too many ask for old bars at once. */
public final class ArchiveBusyException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    ArchiveBusyException() {
        super("too many ask for old bars at once");
    }
}
