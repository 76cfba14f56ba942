package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Gap;
import dev.liveticker.model.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarInboxTest {

    private final BarInbox inbox = new BarInbox();

    @Test
    void it_keeps_the_newest_state_of_each_bar_of_the_watched_symbol() {
        inbox.watch(Some.AAPL);
        inbox.accept(List.of(
                Some.bar(Some.AAPL, 2, "1", "2"),
                Some.bar(Some.MSFT, 2, "1", "2"),
                Some.bar(Some.AAPL, 1, "1", "2"),
                Some.bar(Some.AAPL, 2, "1", "3")));

        assertThat(inbox.drain().bars())
                .containsExactly(Some.bar(Some.AAPL, 1, "1", "2"), Some.bar(Some.AAPL, 2, "1", "3"));
        assertThat(inbox.drain().bars()).isEmpty();
    }

    @Test
    void a_gap_in_the_bars_is_told_once() {
        inbox.watch(Some.AAPL);
        inbox.accept(List.of(new Gap(Channel.TRADES, Some.AAPL, 1, 2, "slow_reader")));
        assertThat(inbox.drain().broken()).isFalse();
        inbox.accept(List.of(new Gap(Channel.BARS, Some.MSFT, 1, 2, "slow_reader")));
        assertThat(inbox.drain().broken()).isFalse();

        inbox.accept(List.of(new Gap(Channel.BARS, null, 1, 2, "new_epoch")));

        assertThat(inbox.drain().broken()).isTrue();
        assertThat(inbox.drain().broken()).isFalse();
    }

    @Test
    void bars_of_the_symbol_before_are_forgotten() {
        inbox.watch(Some.AAPL);
        inbox.accept(List.of(Some.bar(Some.AAPL, 1, "1", "2")));

        inbox.watch(Some.MSFT);

        assertThat(inbox.drain().bars()).isEmpty();
    }
}
