package dev.liveticker.feed.http;

import java.io.IOException;
import java.io.Serial;

/** A stream that came in whole but says nothing sensible. */
final class MalformedStreamException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String sentence;

    /** @param sentence fit for people */
    MalformedStreamException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
