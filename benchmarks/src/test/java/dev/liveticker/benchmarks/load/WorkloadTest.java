package dev.liveticker.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.model.Channel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private final Workload distinct = LoadClient.workload(100, "20/500", List.of(20, 50, 0));

    @Test
    void same_wants_the_first_symbols_without_a_limit() {
        Workload same = LoadClient.workload(3, null, List.of(0));

        assertThat(same.name()).isEqualTo("same");
        assertThat(same.symbols(0))
                .containsExactly("S10000", "S10001", "S10002")
                .isEqualTo(same.symbols(999));
        assertThat(same.maxRate(5)).isEmpty();
    }

    @Test
    void distinct_draws_different_symbols_for_each_and_the_same_ones_every_time() {
        assertThat(distinct.symbols(1)).doesNotHaveDuplicates().hasSize(20).isEqualTo(distinct.symbols(1));
        assertThat(distinct.symbols(1)).isNotEqualTo(distinct.symbols(2));
    }

    @Test
    void rates_are_handed_out_in_turn() {
        assertThat(distinct.maxRate(0)).hasValue(20);
        assertThat(distinct.maxRate(4)).hasValue(50);
        assertThat(distinct.maxRate(5)).isEmpty();
    }

    @Test
    void the_subscription_is_what_the_protocol_reads() throws MalformedFrameException {
        List<ClientMessage> frame = FrameCodec.of(Encoding.JSON)
                .decodeClientFrame(distinct.subscription(1).getBytes(StandardCharsets.UTF_8));

        assertThat(frame)
                .containsExactly(
                        new ClientMessage.Subscribe(null, Channel.QUOTES, distinct.symbols(1), null, 50.0, null));
        assertThat(distinct.query(1)).startsWith("channels=quotes&symbols=S1").endsWith("&maxRate=50");
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> LoadClient.workload(1, "20", List.of(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LoadClient.workload(1, "20/10", List.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
