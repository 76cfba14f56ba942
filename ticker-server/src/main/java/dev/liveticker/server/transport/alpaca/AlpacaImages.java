package dev.liveticker.server.transport.alpaca;

import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Status;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.transport.WireImages;
import dev.liveticker.server.transport.websocket.FrameWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Frames as one WebSocket message each, an array of Alpaca's messages in one encoding, for the connections of one I/O
 * thread. A frame that many are sent is drawn once.
 */
final class AlpacaImages {

    private final Tongue tongue;
    private final Phrasebook phrasebook;
    private final WireImages withStatus = new WireImages((frame, canvas) -> draw(frame, _ -> true, canvas));
    private final WireImages withoutStatus = new WireImages((frame, canvas) -> draw(frame, _ -> false, canvas));

    AlpacaImages(Tongue tongue, AlpacaMessages messages) {
        this.tongue = tongue;
        this.phrasebook = new Phrasebook(messages);
    }

    /**
     * A view of the frame's image, good until the next frames are asked for; empty if Alpaca has no word for any of it.
     */
    ByteBuffer of(Frame frame, StatusWish wish) {
        return switch (wish) {
            case StatusWish.All _ -> withStatus.of(frame);
            case StatusWish.None _ -> withoutStatus.of(frame);
            case StatusWish.Some some -> draw(frame, some.symbols()::contains, ByteBuffer::allocate);
        };
    }

    private ByteBuffer draw(Frame frame, Predicate<Symbol> wanted, WireImages.Canvas canvas) {
        List<byte[]> phrases = new ArrayList<>(frame.messages());
        int bytes = 0;
        for (int i = 0; i < frame.messages(); i++) {
            ServerMessage message = frame.message(i);
            if (!AlpacaMessages.isEvent(message)
                    || (message instanceof Status status && !wanted.test(status.symbol()))) {
                continue;
            }
            byte[] phrase = phrasebook.of(message);
            if (phrase.length > 0) {
                phrases.add(phrase);
                bytes += phrase.length;
            }
        }
        return image(phrases, bytes, canvas);
    }

    private ByteBuffer image(List<byte[]> phrases, int bytes, WireImages.Canvas canvas) {
        if (phrases.isEmpty()) {
            return canvas.room(0).flip();
        }
        int begin = FrameWriter.MAX_HEADER;
        ByteBuffer image = canvas.room(begin + tongue.joints(phrases.size()) + bytes);
        image.position(begin);
        tongue.join(phrases, image);
        int end = image.position();
        int length = end - begin;
        int header = begin - FrameWriter.headerLength(length);
        image.position(header);
        FrameWriter.header(image, tongue.opcode(), false, length);
        return image.limit(end).position(header);
    }

    /** What is said to one client alone, as WebSocket messages of an array of one, one behind the other. */
    ByteBuffer of(List<byte[]> said) {
        int most = said.stream()
                .mapToInt(message -> FrameWriter.MAX_HEADER + tongue.joints(1) + message.length)
                .sum();
        ByteBuffer image = ByteBuffer.allocate(most);
        for (byte[] message : said) {
            ByteBuffer one = image(List.of(message), message.length, ByteBuffer::allocate);
            image.put(one);
        }
        return image.flip();
    }
}
