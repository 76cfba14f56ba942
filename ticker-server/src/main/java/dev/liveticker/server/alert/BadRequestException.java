package dev.liveticker.server.alert;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What a client asked for cannot be; says why in words of the protocol. */
final class BadRequestException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code of the {@code error} message */
    BadRequestException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /**
     * What its client is told.
     *
     * @param retryMillis when to ask again; absent if that is of no use
     */
    Failure failure(ClientMessage.Personal request, @Nullable Long retryMillis) {
        return new Failure(code, String.valueOf(getMessage()), AlertTerms.repeated(request.id()), retryMillis);
    }
}
