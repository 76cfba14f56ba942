package dev.liveticker.server.alert;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What a file keeps cannot be read any more. */
final class DamagedStoreException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    DamagedStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
