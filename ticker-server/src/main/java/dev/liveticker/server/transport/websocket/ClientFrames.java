package dev.liveticker.server.transport.websocket;

/** Told what a client sends, by {@link FrameParser}. The arrays are the listener's to keep. */
interface ClientFrames {

    /** A whole message, unmasked, joined and inflated. */
    void message(byte[] payload);

    void ping(byte[] payload);

    void pong();

    /** The last that is told. {@link CloseCode#NONE} if the client gave no code. */
    void close(int code);
}
