package dev.liveticker.server.transport.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import java.util.List;

/** The packets of Socket.IO's clients: each is understood, or refused in a sentence. */
public final class SocketIoTarget implements Target {

    private static final int MOST_PACKETS = 16;

    @Override
    public void take(byte[] input) {
        try {
            List<EnginePacket> packets = EnginePacket.payload(new String(input, UTF_8), MOST_PACKETS);
            Claim.that(packets.size() <= MOST_PACKETS, () -> packets.size() + " packets");
            for (EnginePacket packet : packets) {
                understand(packet.data());
            }
        } catch (MalformedPacketException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
        }
    }

    private static void understand(String text) {
        try {
            SocketPacket packet = SocketPacket.parse(text);
            Claim.that(packet.namespace().startsWith("/"), () -> "a namespace called " + packet.namespace());
        } catch (MalformedPacketException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "40",
                        "40/,{\"token\":\"abc\"}",
                        "42[\"subscribe\",{\"symbols\":[\"AAPL\"]}]\u001E2\u001E3probe",
                        "42/admin?a=b,17[\"message\",1,null]",
                        "43/,12[{\"a\":1}]",
                        "451-[\"file\",{\"_placeholder\":true,\"num\":0}]",
                        "41\u001E1")
                .stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
