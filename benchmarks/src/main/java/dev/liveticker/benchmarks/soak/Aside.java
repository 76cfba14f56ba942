package dev.liveticker.benchmarks.soak;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says something beside a stream that only listens, on a connection of its own. */
final class Aside {

    private static final Duration SILENCE = Duration.ofSeconds(8);

    private Aside() {}

    /**
     * What an exchange of symbols comes to.
     *
     * @param drop whether the stream does not tell by itself what is no longer wanted
     * @param add whether it does not tell by itself what is wanted
     */
    static List<ClientMessage> messages(Wishes wishes, Wishes.Change change, boolean drop, boolean add) {
        List<ClientMessage> frame = new ArrayList<>();
        for (Channel channel : wishes.trades() ? List.of(Channel.QUOTES, Channel.TRADES) : List.of(Channel.QUOTES)) {
            if (drop) {
                frame.add(new ClientMessage.Unsubscribe(null, channel, texts(change.dropped()), null));
            }
            if (add) {
                boolean limited = channel == Channel.QUOTES && wishes.maxRate() > 0;
                frame.add(new ClientMessage.Subscribe(
                        null, channel, texts(change.added()), null, limited ? (double) wishes.maxRate() : null, null));
            }
        }
        return frame;
    }

    private static List<String> texts(Symbol symbol) {
        return List.of(symbol.text());
    }

    /** @throws IOException if it was not heard */
    static void say(URI node, String session, String authorization, List<ClientMessage> frame) throws IOException {
        byte[] body = FrameCodec.of(Encoding.JSON).encodeClientFrame(frame);
        String head = "POST /v1/sessions/" + session + "/messages HTTP/1.1\r\nHost: " + node.getAuthority() + "\r\n"
                + authorization + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        try (Wire wire = Wire.connect(node, SILENCE)) {
            byte[] start = head.getBytes(StandardCharsets.US_ASCII);
            wire.write(ByteBuffer.allocate(start.length + body.length)
                    .put(start)
                    .put(body)
                    .flip());
            wire.head().expect(202);
        }
    }
}
