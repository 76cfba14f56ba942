package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Gap;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareInboxTest {

    private final CompareInbox inbox = new CompareInbox();

    @Test
    void it_keeps_the_newest_state_of_each_bar_of_the_watched_symbols_and_interval() {
        inbox.watch(List.of(Some.AAPL, Some.MSFT), Interval.ONE_MINUTE);
        inbox.accept(List.of(
                Some.bar(Some.AAPL, 2, "1", "2"),
                Some.bar(Some.BTC, 2, "1", "2"),
                Some.bar(Some.AAPL, 1, "1", "2"),
                Some.bar(Some.AAPL, 2, "1", "3")));

        assertThat(inbox.drain().bars())
                .isEqualTo(
                        Map.of(Some.AAPL, List.of(Some.bar(Some.AAPL, 1, "1", "2"), Some.bar(Some.AAPL, 2, "1", "3"))));
        assertThat(inbox.drain().bars()).isEmpty();

        inbox.watch(List.of(Some.AAPL), Interval.FIVE_MINUTES);
        inbox.accept(List.of(Some.bar(Some.AAPL, 2, "1", "3")));
        assertThat(inbox.drain().bars()).as("bars of a minute").isEmpty();
    }

    @Test
    void a_gap_is_told_once_of_the_symbol_it_concerns_or_of_all() {
        inbox.watch(List.of(Some.AAPL, Some.MSFT), Interval.ONE_MINUTE);
        inbox.accept(List.of(
                new Gap(Channel.BARS, Some.MSFT, 1, 2, "slow_reader"),
                new Gap(Channel.BARS, Some.BTC, 1, 2, "slow_reader"),
                new Gap(Channel.TRADES, Some.AAPL, 1, 2, "slow_reader")));
        assertThat(inbox.drain().broken()).containsExactly(Some.MSFT);
        assertThat(inbox.drain().broken()).isEmpty();

        inbox.accept(List.of(new Gap(Channel.BARS, null, 1, 2, "new_epoch")));
        CompareInbox.Delivery delivery = inbox.drain();
        assertThat(delivery.broken()).containsExactlyInAnyOrder(Some.AAPL, Some.MSFT);
        assertThat(delivery.anew()).isTrue();
    }

    @Test
    void more_bars_than_it_holds_are_a_gap() {
        inbox.watch(List.of(Some.AAPL), Interval.ONE_MINUTE);
        inbox.accept(List.copyOf(Some.bars(Some.AAPL, 0, 2_001)));

        CompareInbox.Delivery delivery = inbox.drain();
        assertThat(delivery.bars().get(Some.AAPL)).hasSize(2_000);
        assertThat(delivery.broken()).containsExactly(Some.AAPL);
    }
}
