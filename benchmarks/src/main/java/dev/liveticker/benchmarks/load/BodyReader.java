package dev.liveticker.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the framing off what a connection sends after its handshake. Keeps its place wherever the bytes are split. */
public interface BodyReader {

    /** @throws IOException if the bytes are not what the transport allows */
    void read(ByteBuffer bytes, int from, int to) throws IOException;
}
