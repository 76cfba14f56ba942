package dev.liveticker.server.alert;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.util.List;

/**
 * What a user asks for, with all that it takes to do it elsewhere in the same way.
 *
 * @param session that gets the answer
 * @param user whose alerts it is about
 * @param allowed whether the user may see the symbol that it is about, if it is about one
 * @param wish what is asked for
 */
public record AlertRequest(String session, String user, boolean allowed, ClientMessage.Personal wish) {

    private static final byte VERSION = 1;
    private static final FrameCodec FRAMES = FrameCodec.of(Encoding.CBOR);

    /** What a client asks for who is this user. */
    static AlertRequest of(String session, String user, Principal principal, ClientMessage.Personal wish) {
        boolean allowed = !(wish instanceof ClientMessage.SetAlert set) || principal.allows(set.symbol());
        return new AlertRequest(session, user, allowed, wish);
    }

    /** In bytes. */
    public byte[] encode() {
        return new PackedWriter()
                .count(VERSION)
                .text(session)
                .text(user)
                .flag(allowed)
                .bytes(FRAMES.encodeClientFrame(List.of(wish)))
                .written();
    }

    /** @throws MalformedStateException if the bytes are no such request */
    public static AlertRequest decode(byte[] bytes) throws MalformedStateException {
        PackedReader from = new PackedReader(bytes);
        from.count(VERSION, VERSION);
        String session = from.text();
        String user = from.text();
        boolean allowed = from.flag();
        byte[] frame = from.bytes();
        from.end();
        try {
            List<ClientMessage> messages = FRAMES.decodeClientFrame(frame);
            if (messages.size() == 1 && messages.getFirst() instanceof ClientMessage.Personal wish) {
                return new AlertRequest(session, user, allowed, wish);
            }
        } catch (MalformedFrameException e) {
            throw new MalformedStateException("no request: " + e.getMessage());
        }
        throw new MalformedStateException("no request of a user");
    }
}
