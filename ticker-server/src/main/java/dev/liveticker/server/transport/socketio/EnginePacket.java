package dev.liveticker.server.transport.socketio;

import java.util.ArrayList;
import java.util.List;

/**
 * A packet of Engine.IO 4 (github.com/socketio/engine.io-protocol): a type and, behind it, what it carries. Binary ones
 * are not taken.
 */
record EnginePacket(Kind kind, String data) {

    /** What stands between packets in the body of a poll. */
    static final char SEPARATOR = 0x1E;

    static final String PING = "2";
    static final String NOOP = "6";
    static final String CLOSE = "1";

    /** In the order of the digits they are written with. */
    enum Kind {
        OPEN,
        CLOSE,
        PING,
        PONG,
        MESSAGE,
        UPGRADE,
        NOOP
    }

    /** Reads one packet. */
    static EnginePacket parse(String text) throws MalformedPacketException {
        int kind = text.isEmpty() ? -1 : text.charAt(0) - '0';
        if (kind < 0 || kind >= Kind.values().length) {
            throw new MalformedPacketException(
                    text.startsWith("b") ? "binary packets are not taken" : "unknown packet type");
        }
        return new EnginePacket(Kind.values()[kind], text.substring(1));
    }

    /**
     * Reads the packets of a body.
     *
     * @param most of them
     */
    static List<EnginePacket> payload(String body, int most) throws MalformedPacketException {
        List<EnginePacket> packets = new ArrayList<>();
        int begin = 0;
        while (begin <= body.length()) {
            int end = body.indexOf(SEPARATOR, begin);
            if (end < 0) {
                end = body.length();
            }
            if (packets.size() == most) {
                throw new MalformedPacketException("more than " + most + " packets at once");
            }
            packets.add(parse(body.substring(begin, end)));
            begin = end + 1;
        }
        return packets;
    }
}
