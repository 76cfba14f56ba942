package dev.liveticker.feed.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads an event stream as the WHATWG HTML standard says in "Interpreting an event stream" (section 9.2.6), from pieces
 * cut anywhere. For one thread.
 */
final class EventStreamParser {

    /** Hears what the stream says. */
    interface Handler {

        /**
         * An event.
         *
         * @param type {@code message} unless the stream names another
         * @param lastEventId the newest id the stream named, in this event or before; empty if none
         */
        void event(String type, String data, String lastEventId) throws IOException;

        /** @param millis how long the server wants a client to wait before it reconnects */
        void retry(long millis);
    }

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int MAX_RETRY_DIGITS = 9;

    private final Handler handler;
    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String lastEventId = "";
    private boolean afterCarriageReturn;
    private boolean atStart = true;

    /** @param limit of a line in bytes, and of an event's data in characters */
    EventStreamParser(Handler handler, int limit) {
        this.handler = handler;
        this.limit = limit;
    }

    /**
     * Takes in the next piece.
     *
     * @throws MalformedStreamException if a line or an event is over the limit
     * @throws IOException if the handler throws it
     */
    void feed(byte[] bytes, int offset, int length) throws IOException {
        int lineStart = offset;
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (b != '\n' && b != '\r') {
                afterCarriageReturn = false;
                continue;
            }
            append(bytes, lineStart, i);
            lineStart = i + 1;
            if (b == '\n' && afterCarriageReturn) {
                // The second half of a CR LF, which may have been cut in two.
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = b == '\r';
            endLine();
        }
        append(bytes, lineStart, offset + length);
    }

    private void append(byte[] bytes, int from, int to) throws IOException {
        if (line.size() + (to - from) > limit) {
            throw new MalformedStreamException("a line of the event stream is longer than " + limit + " bytes");
        }
        line.write(bytes, from, to - from);
    }

    private void endLine() throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        int start = atStart && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        atStart = false;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            dispatch();
            return;
        }
        int colon = text.indexOf(':');
        if (colon == 0) {
            return;
        }
        String value = colon < 0 ? "" : text.substring(text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        field(colon < 0 ? text : text.substring(0, colon), value);
    }

    private void field(String name, String value) throws IOException {
        switch (name) {
            case "event" -> type = value;
            case "data" -> {
                if (data.length() + value.length() > limit) {
                    throw new MalformedStreamException(
                            "an event of the stream is longer than " + limit + " characters");
                }
                data.append(value).append('\n');
            }
            case "id" -> {
                if (value.indexOf('\0') < 0) {
                    lastEventId = value;
                }
            }
            case "retry" -> {
                boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
                if (digits && value.length() <= MAX_RETRY_DIGITS) {
                    handler.retry(Long.parseLong(value));
                }
            }
            default -> {
                // The standard: any other field is ignored.
            }
        }
    }

    private void dispatch() throws IOException {
        String event = type.isEmpty() ? "message" : type;
        type = "";
        if (data.isEmpty()) {
            return;
        }
        String text = data.substring(0, data.length() - 1);
        data.setLength(0);
        handler.event(event, text, lastEventId);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }
}
