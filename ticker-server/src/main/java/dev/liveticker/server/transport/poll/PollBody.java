package dev.liveticker.server.transport.poll;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.hub.PollAnswer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** {@code {"messages":[…],"next":"EPOCH:SEQ","session":"…"}}, around a frame that is encoded already. */
final class PollBody {

    private PollBody() {}

    static byte[] of(Encoding encoding, PollAnswer answer) {
        String next = answer.frame().position().toString();
        byte[] messages = answer.frame().bytes();
        ByteArrayOutputStream body = new ByteArrayOutputStream(messages.length + 128);
        switch (encoding) {
            case JSON -> {
                body.writeBytes(ascii("{\"messages\":"));
                body.writeBytes(messages);
                body.writeBytes(ascii(",\"next\":\"" + next + "\",\"session\":\"" + answer.session() + "\"}"));
            }
            case CBOR -> {
                // RFC 8949 section 3.1: a map of three pairs.
                body.write(0xA3);
                writeText(body, "messages");
                body.writeBytes(messages);
                writeText(body, "next");
                writeText(body, next);
                writeText(body, "session");
                writeText(body, answer.session());
            }
        }
        return body.toByteArray();
    }

    /** ASCII of at most 255 bytes. */
    private static void writeText(ByteArrayOutputStream out, String text) {
        byte[] bytes = ascii(text);
        if (bytes.length < 24) {
            out.write(0x60 | bytes.length);
        } else {
            out.write(0x78);
            out.write(bytes.length);
        }
        out.writeBytes(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
