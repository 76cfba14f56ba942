package dev.liveticker.server.transport.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a client sends (RFC 6455 section 5), however the network cut it into pieces. Holds no more than one
 * message within its limits. Not for use by several threads at once; of no further use after an exception.
 */
final class FrameParser {

    private static final int MAX_CONTROL = 125;
    private static final int MAX_HEADER = 14;
    private static final byte[] NOTHING = new byte[0];

    private final Payload payload;
    private final boolean deflate;
    private final FrameLimits limits;

    private final byte[] header = new byte[MAX_HEADER];
    private int headerLength;

    private boolean inPayload;
    private boolean fin;
    private int opcode;
    private int payloadLength;
    private int payloadRead;
    private int maskAt;

    private byte[] control = NOTHING;
    private byte[] message = NOTHING;
    private int messageLength;
    private int fragments;
    private boolean text;
    private boolean compressed;
    private boolean closed;

    /** @param deflate whether permessage-deflate was negotiated */
    FrameParser(Payload payload, boolean deflate, FrameLimits limits) {
        this.payload = payload;
        this.deflate = deflate;
        this.limits = limits;
    }

    /**
     * Reads all there is. What follows a close frame is skipped.
     *
     * @throws ProtocolException if the client broke the protocol or a limit
     */
    void parse(ByteBuffer in, ClientFrames listener) throws ProtocolException {
        while (!closed && (inPayload ? readPayload(in) : readHeader(in))) {
            if (inPayload && payloadRead == payloadLength) {
                inPayload = false;
                headerLength = 0;
                complete(listener);
            }
        }
        if (closed) {
            in.position(in.limit());
        }
    }

    /** False if more input is needed. */
    private boolean readHeader(ByteBuffer in) throws ProtocolException {
        while (in.hasRemaining()) {
            header[headerLength++] = in.get();
            if (headerLength == 2) {
                checkHeader();
            }
            if (headerLength >= 2 && headerLength == fullHeaderLength()) {
                beginPayload();
                return true;
            }
        }
        return false;
    }

    private int fullHeaderLength() {
        int extended = switch (header[1] & 0x7F) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
        return 2 + extended + 4;
    }

    private void checkHeader() throws ProtocolException {
        fin = (header[0] & 0x80) != 0;
        opcode = header[0] & 0x0F;
        boolean rsv1 = (header[0] & 0x40) != 0;
        if ((header[0] & 0x30) != 0) {
            throw broken("reserved bit set");
        }
        if ((header[1] & 0x80) == 0) {
            throw broken("frame is not masked");
        }
        if (rsv1 && (!deflate || (opcode != Opcode.TEXT && opcode != Opcode.BINARY))) {
            throw broken("unexpected compression bit");
        }
        switch (opcode) {
            case Opcode.TEXT, Opcode.BINARY -> {
                if (fragments > 0) {
                    throw broken("new message inside a fragmented one");
                }
                if (!payload.takes(opcode)) {
                    throw new ProtocolException(
                            CloseCode.UNSUPPORTED_DATA,
                            payload == Payload.TEXT ? "text messages expected" : "binary messages expected");
                }
                text = opcode == Opcode.TEXT;
                compressed = rsv1;
            }
            case Opcode.CONTINUATION -> {
                if (fragments == 0) {
                    throw broken("continuation of nothing");
                }
            }
            case Opcode.CLOSE, Opcode.PING, Opcode.PONG -> {
                if (!fin) {
                    throw broken("fragmented control frame");
                }
                if ((header[1] & 0x7F) > MAX_CONTROL) {
                    throw broken("control frame too long");
                }
            }
            default -> throw broken("unknown opcode");
        }
    }

    private void beginPayload() throws ProtocolException {
        long length = declaredLength();
        if (!Opcode.isControl(opcode)) {
            if (++fragments > limits.fragments()) {
                throw new ProtocolException(CloseCode.MESSAGE_TOO_BIG, "too many fragments");
            }
            // Not added to it: what a client announces may be as much as a long holds.
            if (length > limits.wireBytes(compressed) - messageLength) {
                throw new ProtocolException(
                        CloseCode.MESSAGE_TOO_BIG, "message larger than " + limits.messageBytes() + " bytes");
            }
        }
        payloadLength = (int) length;
        payloadRead = 0;
        maskAt = headerLength - 4;
        inPayload = true;
        if (Opcode.isControl(opcode)) {
            control = payloadLength == 0 ? NOTHING : new byte[payloadLength];
        }
    }

    private long declaredLength() throws ProtocolException {
        int lengthBytes = headerLength - 2 - 4;
        if (lengthBytes == 0) {
            return header[1] & 0x7F;
        }
        long length = 0;
        for (int i = 2; i < 2 + lengthBytes; i++) {
            length = length << 8 | (header[i] & 0xFF);
        }
        if (length < 0 || length <= (lengthBytes == 2 ? MAX_CONTROL : 0xFFFF)) {
            throw broken("length not in its shortest form");
        }
        return length;
    }

    /** False if more input is needed. */
    private boolean readPayload(ByteBuffer in) {
        int count = Math.min(in.remaining(), payloadLength - payloadRead);
        byte[] target = control;
        int at = payloadRead;
        if (!Opcode.isControl(opcode)) {
            at = messageLength;
            reserve(at + count);
            target = message;
            messageLength += count;
        }
        in.get(target, at, count);
        for (int i = 0; i < count; i++) {
            target[at + i] ^= header[maskAt + ((payloadRead + i) & 3)];
        }
        payloadRead += count;
        return payloadRead == payloadLength;
    }

    /** Grows with what has come, not with what was announced. */
    private void reserve(int length) {
        if (length > message.length) {
            message = Arrays.copyOf(message, Math.max(length, Math.min(message.length * 2, limits.wireBytes(true))));
        }
    }

    private void complete(ClientFrames listener) throws ProtocolException {
        switch (opcode) {
            case Opcode.PING -> listener.ping(takeControl());
            case Opcode.PONG -> listener.pong();
            case Opcode.CLOSE -> {
                closed = true;
                listener.close(closeCode(takeControl()));
            }
            default -> {
                if (fin) {
                    listener.message(takeMessage());
                }
            }
        }
    }

    private byte[] takeControl() {
        byte[] taken = control;
        control = NOTHING;
        return taken;
    }

    private byte[] takeMessage() throws ProtocolException {
        byte[] taken = compressed
                ? Inflate.message(message, messageLength, limits.messageBytes())
                : message.length == messageLength ? message : Arrays.copyOf(message, messageLength);
        message = NOTHING;
        messageLength = 0;
        fragments = 0;
        if (text) {
            requireUtf8(taken, 0, "text is not UTF-8");
        }
        return taken;
    }

    private static int closeCode(byte[] payload) throws ProtocolException {
        if (payload.length == 0) {
            return CloseCode.NONE;
        }
        if (payload.length == 1) {
            throw broken("half a close code");
        }
        int code = (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
        if (!CloseCode.isSendable(code)) {
            throw broken("invalid close code");
        }
        requireUtf8(payload, 2, "close reason is not UTF-8");
        return code;
    }

    private static void requireUtf8(byte[] bytes, int from, String otherwise) throws ProtocolException {
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        } catch (CharacterCodingException e) {
            throw new ProtocolException(CloseCode.INVALID_PAYLOAD, otherwise);
        }
    }

    private static ProtocolException broken(String how) {
        return new ProtocolException(CloseCode.PROTOCOL_ERROR, how);
    }
}
