package dev.liveticker.feed.http;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a server says of an error (RFC 9457).
 *
 * @param code for programs, such as {@code unknown_symbol}
 */
record Problem(
        @Nullable String title,
        @Nullable String detail,
        @Nullable String code) {

    private static final String UNKNOWN_SYMBOL = "unknown_symbol";
    private static final int MAX_DETAIL = 200;

    /**
     * Says it in a sentence for people.
     *
     * @param symbol that was asked for, if one was
     */
    static String explain(int status, byte[] body, @Nullable Symbol symbol) {
        Problem problem = read(body);
        if (symbol != null && UNKNOWN_SYMBOL.equals(problem.code())) {
            return "The server does not know the symbol " + symbol + ".";
        }
        String said = problem.detail() != null ? problem.detail() : problem.title();
        if (said != null && !said.isBlank() && said.length() <= MAX_DETAIL) {
            return sentence(said);
        }
        if (status == 404) {
            return "The server does not have that (HTTP 404).";
        }
        return sentence(Loss.ofStatus(status, Duration.ZERO).why());
    }

    /** Begins with a capital and ends with a full stop. */
    static String sentence(String text) {
        String stripped = text.strip();
        return stripped.substring(0, 1).toUpperCase(Locale.ROOT)
                + stripped.substring(1)
                + (stripped.endsWith(".") ? "" : ".");
    }

    private static Problem read(byte[] body) {
        Problem none = new Problem(null, null, null);
        try {
            Problem problem = FrameCodec.jsonMapper().readValue(body, Problem.class);
            return problem == null ? none : problem;
        } catch (JacksonException e) {
            // Something between here and the server answered in its own words, which are not for people.
            return none;
        }
    }
}
