package dev.liveticker.feed.http;

import java.io.IOException;
import java.io.Serial;

/** What came in says nothing sensible, or says too much. */
final class MalformedStreamException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String sentence;

    /** @param sentence fit for people */
    MalformedStreamException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

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
