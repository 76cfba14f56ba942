package dev.liveticker.server.data;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What a file keeps cannot be read any more. */
final class DamagedFileException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    DamagedFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
