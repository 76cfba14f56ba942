package dev.liveticker.codec;

import java.io.Serial;

/** Bytes that are no frame of messages. Its message is fit to be sent to whoever wrote them. */
public final class MalformedFrameException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
