package dev.liveticker.server.recording;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file is no recording, or so damaged that nothing of it can be played; the message names it and says why. */
public final class UnreadableRecordingException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    UnreadableRecordingException(Path file, String why) {
        super(file + ": " + why);
    }
}
