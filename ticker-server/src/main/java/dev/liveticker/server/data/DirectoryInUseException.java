package dev.liveticker.server.data;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Another server keeps its data in the directory. */
public final class DirectoryInUseException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    DirectoryInUseException(Path directory) {
        super("another server keeps its data in " + directory);
    }
}
