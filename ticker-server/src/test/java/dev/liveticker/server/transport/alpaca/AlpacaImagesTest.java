package dev.liveticker.server.transport.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Frames;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlpacaImagesTest {

    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Symbol MSFT = Symbol.of("MSFT");

    private final Tongue json = new JsonTongue();
    private final AlpacaMessages messages = new AlpacaMessages(json, () -> Instant.EPOCH);
    private final AlpacaImages images = new AlpacaImages(json, messages);

    private static Trade trade(long seq) {
        return new Trade(AAPL, seq, seq, BigDecimal.TEN, BigDecimal.ONE, Side.BUY, 0);
    }

    private static Status halt(long seq, Symbol symbol) {
        return new Status(symbol, seq, TradingStatus.HALTED, null);
    }

    private static String text(ByteBuffer image) {
        assertThat(image.get() & 0xFF).isEqualTo(0x81);
        int length = image.get();
        int bytes = length < 126 ? length : image.getShort();
        assertThat(image.remaining()).isEqualTo(bytes);
        return StandardCharsets.UTF_8.decode(image).toString();
    }

    @Test
    void a_frame_is_one_message_with_an_array() {
        Frame frame = Frames.of(trade(1), trade(2), new Heartbeat(2, 3));

        assertThat(text(images.of(frame, StatusWish.NONE)))
                .isEqualTo("[" + text(messages.of(trade(1))) + "," + text(messages.of(trade(2))) + "]");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void a_frame_with_nothing_for_it_is_empty() {
        Bar open = new Bar(
                AAPL,
                1,
                Interval.ONE_MINUTE,
                0,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                1,
                false);
        assertThat(images.of(Frames.of(open, new Heartbeat(2, 3)), StatusWish.ALL)
                        .hasRemaining())
                .isFalse();
    }

    @Test
    void status_is_drawn_for_those_who_wish_it() {
        Frame frame = Frames.of(halt(1, AAPL), halt(2, MSFT), trade(3));

        assertThat(text(images.of(frame, StatusWish.ALL)))
                .contains("\"s\",\"S\":\"AAPL\"", "\"s\",\"S\":\"MSFT\"", "\"t\"");
        assertThat(text(images.of(frame, StatusWish.NONE)))
                .doesNotContain("\"sc\"")
                .contains("\"t\"");
        assertThat(text(images.of(frame, new StatusWish.Some(Set.of(MSFT)))))
                .contains("\"s\",\"S\":\"MSFT\"")
                .doesNotContain("\"s\",\"S\":\"AAPL\"");
    }

    @Test
    void what_many_are_told_is_written_once() {
        Phrasebook phrasebook = new Phrasebook(messages);
        ServerMessage trade = trade(5);

        assertThat(phrasebook.of(trade)).isSameAs(phrasebook.of(trade));
        // The same slot, another message.
        assertThat(text(phrasebook.of(trade(5 + 1_024)))).contains("\"i\":1029");
        assertThat(text(phrasebook.of(trade))).contains("\"i\":5");
    }

    @Test
    void what_many_are_told_is_written_once_also_where_a_cluster_s_numbers_are_far_apart() {
        Phrasebook phrasebook = new Phrasebook(messages);
        List<ServerMessage> frame = LongStream.rangeClosed(1, 100)
                .<ServerMessage>mapToObj(index -> trade(4_096 * index))
                .toList();
        List<byte[]> first = frame.stream().map(phrasebook::of).toList();

        for (int i = 0; i < first.size(); i++) {
            assertThat(phrasebook.of(frame.get(i))).isSameAs(first.get(i));
        }
    }

    @Test
    void what_is_said_to_one_alone_is_a_message_each() {
        ByteBuffer image = images.of(List.of(messages.success("a"), messages.success("b")));
        byte[] both = new byte[image.remaining()];
        image.get(both);

        assertThat(text(both)).contains("[{\"T\":\"success\",\"msg\":\"a\"}]", "[{\"T\":\"success\",\"msg\":\"b\"}]");
    }
}
