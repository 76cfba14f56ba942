package dev.liveticker.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Quote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticMarketTest {

    private static final long TIME = 1_774_000_000_000_000L;

    @Test
    void every_symbol_is_quoted_in_turn() {
        List<Quote> quotes = new SyntheticMarket(3, true).next(6, TIME);

        assertThat(quotes)
                .extracting(quote -> quote.symbol().text())
                .containsExactly("S10000", "S10001", "S10002", "S10000", "S10001", "S10002");
        assertThat(quotes).extracting(Quote::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void a_quote_is_written_in_about_125_bytes_in_the_form_the_node_peers_use() {
        Quote quote = new SyntheticMarket(100, true).next(100, TIME).getLast();

        assertThat(new String(FrameCodec.of(Encoding.JSON).encode(quote), StandardCharsets.UTF_8))
                .matches("\\{\"type\":\"quote\",\"symbol\":\"S10099\",\"seq\":100,\"time\":1774000000000000,"
                        + "\"bid\":\\d+\\.\\d\\d,\"ask\":\\d+\\.\\d\\d,\"last\":\\d+\\.\\d\\d,\"volume\":1000100}")
                .hasSizeBetween(110, 140);
    }

    @Test
    void the_projects_own_hub_numbers_for_itself() {
        assertThat(new SyntheticMarket(2, false).next(4, TIME))
                .extracting(Quote::seq)
                .containsOnly(0L);
    }
}
