package dev.liveticker.server.transport.poll;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.access.AllowedSymbols;
import dev.liveticker.server.access.Principal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Set;

/**
 * What a client says beside its stream, and who says it: all that is needed to hear it on whichever node it is heard.
 *
 * @param session whose
 * @param client who was let in with it
 * @param from where the client is
 * @param encoding of the body
 * @param body a frame; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them, and nobody changes it.
record Utterance(String session, Principal client, InetAddress from, Encoding encoding, byte[] body) {

    private static final int VERSION = 1;
    private static final int LONGEST_ADDRESS = 16;

    /**
     * For another node. Of the client it holds the user alone: what a session may do, it knows itself, and nobody is to
     * gain by what is said here.
     */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 128);
        String user = client.user();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(session);
            out.writeBoolean(user != null);
            out.writeUTF(user == null ? "" : user);
            byte[] address = from.getAddress();
            out.writeByte(address.length);
            out.write(address);
            out.writeUTF(encoding.mediaType());
            out.writeInt(body.length);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if these bytes are none, or of a node of another version */
    static Utterance of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IOException("of version " + version + ", not " + VERSION);
            }
            String session = in.readUTF();
            boolean named = in.readBoolean();
            String user = in.readUTF();
            InetAddress from = InetAddress.getByAddress(in.readNBytes(length(in.readUnsignedByte(), LONGEST_ADDRESS)));
            Encoding encoding = encoding(in.readUTF());
            byte[] body = new byte[length(in.readInt(), SessionMessages.MAX_BODY)];
            in.readFully(body);
            if (in.read() >= 0) {
                throw new IOException("something is behind its end");
            }
            Principal client = new Principal(named ? user : null, Set.of(), AllowedSymbols.nothing(), null, false);
            return new Utterance(session, client, from, encoding, body);
        }
    }

    private static int length(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("a length of " + length);
        }
        return length;
    }

    private static Encoding encoding(String mediaType) throws IOException {
        for (Encoding encoding : Encoding.values()) {
            if (encoding.mediaType().equals(mediaType)) {
                return encoding;
            }
        }
        throw new IOException("no encoding " + mediaType);
    }
}
