package dev.liveticker.server.transport.websocket;

/**
 * What a client may send at most.
 *
 * @param messageBytes size of a message once inflated
 * @param fragments frames one message may be spread over
 */
record FrameLimits(int messageBytes, int fragments) {

    static final FrameLimits DEFAULT = new FrameLimits(64 * 1024, 256);

    /** Deflate makes data that cannot be compressed a little longer: 5 bytes a block and some. */
    int wireBytes(boolean compressed) {
        return compressed ? messageBytes + (messageBytes >> 8) + 64 : messageBytes;
    }
}
