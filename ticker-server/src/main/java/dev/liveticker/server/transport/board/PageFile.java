package dev.liveticker.server.transport.board;

import dev.liveticker.server.transport.Answers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A file of the board, ready to be sent; its bytes are shared by all answers.
 *
 * @param mediaType by the ending of its name
 * @param tag its entity tag (RFC 9110 section 8.8.3), weak since it is the same with and without gzip
 */
record PageFile(String mediaType, String tag, ByteBuffer plain, ByteBuffer zipped) {

    private static final int TAG_BYTES = 12;

    /** @throws IllegalArgumentException if the name has an ending that none of the board's files has */
    static PageFile of(String name, byte[] content) {
        return new PageFile(mediaType(name), tag(content), wrap(content), wrap(Answers.gzip(content)));
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no media type is known for " + name);
        };
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /**
     * Whether a client has it already.
     *
     * @param given the values of its header {@code If-None-Match} (RFC 9110 section 13.1.2)
     */
    boolean matches(List<String> given) {
        String opaque = tag.substring(2);
        return given.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals(opaque));
    }
}
