package dev.liveticker.server.transport.alpaca;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** One of the encodings that Alpaca's clients choose from. Any thread. */
sealed interface Tongue permits JsonTongue, MessagePackTongue {

    /** One message, to be joined with others. */
    byte[] message(Consumer<Fields> fields);

    /** The longest that stands around and between so many messages. */
    int joints(int messages);

    /** Writes an array of messages that were written one by one. */
    void join(List<byte[]> messages, ByteBuffer target);

    /** Reads what a client sends. */
    AlpacaRequest read(byte[] payload) throws MalformedRequestException;

    /** The kind of WebSocket message it is sent as. */
    int opcode();
}
