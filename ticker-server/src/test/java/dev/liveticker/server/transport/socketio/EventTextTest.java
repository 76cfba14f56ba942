package dev.liveticker.server.transport.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Failure;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Frames;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTextTest {

    private static final Trade TRADE =
            new Trade(Symbol.of("AAPL"), 7, 1, new BigDecimal("1.50"), BigDecimal.ONE, Side.BUY, 8);
    private static final Status HALT = new Status(Symbol.of("AAPL"), 8, TradingStatus.HALTED, "x".repeat(200));
    private static final Frame FRAME =
            Frames.of(new Failure("code", "for one alone", null, null), TRADE, HALT, new Heartbeat(8, 9));

    private static final String TRADED = "42[\"trade\",{\"type\":\"trade\",\"symbol\":\"AAPL\",\"seq\":7,\"tradeId\":1,"
            + "\"price\":1.50,\"size\":1,\"side\":\"buy\",\"time\":8}]";

    /** The texts of a stream of unmasked frames. */
    private static List<String> messages(ByteBuffer image) {
        List<String> messages = new ArrayList<>();
        while (image.hasRemaining()) {
            assertThat(image.get() & 0xFF).isEqualTo(0x81);
            int length = image.get();
            byte[] text = new byte[length < 126 ? length : image.getShort()];
            image.get(text);
            messages.add(new String(text, StandardCharsets.UTF_8));
        }
        return messages;
    }

    @Test
    void by_websocket_each_event_is_a_message_and_nothing_else_is_drawn() {
        assertThat(messages(EventText.draw(FRAME, ByteBuffer::allocate)))
                .hasSize(2)
                .contains(TRADED, atIndex(0))
                .last()
                .asString()
                .startsWith("42[\"status\",{\"type\":\"status\"");
    }

    @Test
    void by_polling_packets_come_first_and_separators_stand_between() {
        String body = new String(EventText.body(List.of("2", "431[{}]"), FRAME), StandardCharsets.UTF_8);

        assertThat(body.split("\u001e", -1)).hasSize(4).startsWith("2", "431[{}]", TRADED);
        assertThat(EventText.body(List.of("6"), null)).asString().isEqualTo("6");
        assertThat(EventText.body(List.of(), FRAME)).asString().startsWith("42[\"trade\"");
    }

    @Test
    void what_is_told_otherwise_makes_no_event() {
        assertThat(EventText.isEvent(TRADE)).isTrue();
        assertThat(EventText.isEvent(new Heartbeat(1, 2))).isFalse();
        assertThat(EventText.draw(Frames.of(new Heartbeat(1, 2)), ByteBuffer::allocate)
                        .hasRemaining())
                .isFalse();
    }

    private static org.assertj.core.data.Index atIndex(int index) {
        return org.assertj.core.data.Index.atIndex(index);
    }
}
