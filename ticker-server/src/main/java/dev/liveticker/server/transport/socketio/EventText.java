package dev.liveticker.server.transport.socketio;

import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertRemoved;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.Authenticated;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.transport.WireImages;
import dev.liveticker.server.transport.websocket.FrameWriter;
import dev.liveticker.server.transport.websocket.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in the market as events, around the messages' own bytes: a packet each. */
final class EventText {

    private static final byte[] QUOTE = begin("quote");
    private static final byte[] TRADE = begin("trade");
    private static final byte[] STATUS = begin("status");
    private static final byte END = ']';

    private EventText() {}

    private static byte[] begin(String name) {
        return ("42[\"" + name + "\",").getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this is drawn; what is not is told otherwise, or not at all. */
    static boolean isEvent(ServerMessage message) {
        return beginning(message) != null;
    }

    private static byte @Nullable [] beginning(ServerMessage message) {
        return switch (message) {
            case Snapshot _, Quote _ -> QUOTE;
            case Trade _ -> TRADE;
            case Status _ -> STATUS;
            case Bar _,
                    Welcome _,
                    Authenticated _,
                    Subscribed _,
                    Notification _,
                    Acknowledged _,
                    Alerts _,
                    AlertSet _,
                    AlertRemoved _,
                    Heartbeat _,
                    Pong _,
                    Gap _,
                    Failure _,
                    ServerMessage.Unrecognized _ -> null;
        };
    }

    /** The events of a frame as WebSocket messages, one behind the other. */
    static ByteBuffer draw(Frame frame, WireImages.Canvas canvas) {
        int most = frame.size() + frame.messages() * (FrameWriter.MAX_HEADER + QUOTE.length + STATUS.length + 1);
        ByteBuffer image = canvas.room(most);
        for (int i = 0; i < frame.messages(); i++) {
            byte[] begin = beginning(frame.message(i));
            if (begin != null) {
                byte[] json = frame.encoded(i);
                FrameWriter.header(image, Opcode.TEXT, false, begin.length + json.length + 1L);
                image.put(begin).put(json).put(END);
            }
        }
        return image.flip();
    }

    /** Packets as WebSocket messages, one behind the other. */
    static ByteBuffer draw(List<String> packets) {
        List<byte[]> texts = packets.stream()
                .map(packet -> packet.getBytes(StandardCharsets.UTF_8))
                .toList();
        int most = texts.stream()
                .mapToInt(text -> FrameWriter.MAX_HEADER + text.length)
                .sum();
        ByteBuffer image = ByteBuffer.allocate(most);
        for (byte[] text : texts) {
            FrameWriter.header(image, Opcode.TEXT, false, text.length);
            image.put(text);
        }
        return image.flip();
    }

    /** Packets, and the events of a frame behind them, as the body of a poll. */
    static byte[] body(List<String> packets, @Nullable Frame frame) {
        ByteBuffer told = frame == null ? ByteBuffer.allocate(0) : lines(frame);
        byte[] first =
                String.join(String.valueOf(EnginePacket.SEPARATOR), packets).getBytes(StandardCharsets.UTF_8);
        boolean both = first.length > 0 && told.hasRemaining();
        ByteBuffer body = ByteBuffer.allocate(first.length + (both ? 1 : 0) + told.remaining());
        body.put(first);
        if (both) {
            body.put((byte) EnginePacket.SEPARATOR);
        }
        body.put(told);
        return body.array();
    }

    private static ByteBuffer lines(Frame frame) {
        ByteBuffer lines = ByteBuffer.allocate(frame.size() + frame.messages() * (QUOTE.length + STATUS.length + 2));
        for (int i = 0; i < frame.messages(); i++) {
            byte[] begin = beginning(frame.message(i));
            if (begin != null) {
                if (lines.position() > 0) {
                    lines.put((byte) EnginePacket.SEPARATOR);
                }
                lines.put(begin).put(frame.encoded(i)).put(END);
            }
        }
        return lines.flip();
    }
}
