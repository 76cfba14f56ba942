package dev.liveticker.server.transport.websocket;

/** Close codes of RFC 6455 section 7.4 that the protocol's ends do not name. */
final class CloseCode {

    static final int PROTOCOL_ERROR = 1002;
    static final int UNSUPPORTED_DATA = 1003;
    /** Stands for a close frame without a code; never on the wire. */
    static final int NONE = 1005;

    static final int INVALID_PAYLOAD = 1007;
    static final int MESSAGE_TOO_BIG = 1009;

    private CloseCode() {}

    /** Whether a peer may send it: registered and not reserved for local use, or private. */
    static boolean isSendable(int code) {
        return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
    }
}
