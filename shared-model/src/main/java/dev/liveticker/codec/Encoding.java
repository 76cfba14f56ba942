package dev.liveticker.codec;

import java.nio.charset.StandardCharsets;

/** How a frame is written in bytes. */
public enum Encoding {
    /** RFC 8259, UTF-8. */
    JSON("liveticker.v1.json", "application/json", '[', ",", ']'),
    /** RFC 8949; a frame is an array of indefinite length, so that encoded messages can be joined. */
    CBOR("liveticker.v1.cbor", "application/cbor", 0x9F, "", 0xFF);

    private final String subprotocol;
    private final String mediaType;
    private final byte open;
    private final String separator;
    private final byte close;

    Encoding(String subprotocol, String mediaType, int open, String separator, int close) {
        this.subprotocol = subprotocol;
        this.mediaType = mediaType;
        this.open = (byte) open;
        this.separator = separator;
        this.close = (byte) close;
    }

    /** The WebSocket subprotocol that stands for it. */
    public String subprotocol() {
        return subprotocol;
    }

    /** The media type that stands for it in HTTP. */
    public String mediaType() {
        return mediaType;
    }

    /** The byte a frame begins with. */
    byte open() {
        return open;
    }

    /** What stands between two messages of a frame. */
    byte[] separator() {
        return separator.getBytes(StandardCharsets.US_ASCII);
    }

    /** The byte a frame ends with. */
    byte close() {
        return close;
    }
}
