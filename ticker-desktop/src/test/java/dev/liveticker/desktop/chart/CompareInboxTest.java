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
        inbox.watch(List.of(Some.AAPL, Some.MSFT));
        inbox.accept(List.of(
                Some.bar(Some.AAPL, 2, "1", "2"),
                Some.bar(Some.BTC, 2, "1", "2"),
                Some.bar(Some.AAPL, 1, "1", "2"),
                Some.bar(Some.AAPL, 2, "1", "3")));

        assertThat(inbox.drain().bars())
                .isEqualTo(
                        Map.of(Some.AAPL, List.of(Some.bar(Some.AAPL, 1, "1", "2"), Some.bar(Some.AAPL, 2, "1", "3"))));
        assertThat(inbox.drain().bars()).isEmpty();

        inbox.begin(Interval.FIVE_MINUTES);
        inbox.accept(List.of(Some.bar(Some.AAPL, 2, "1", "3")));
        assertThat(inbox.drain().bars()).as("bars of a minute").isEmpty();
    }

    @Test
    void a_gap_is_told_once_of_the_symbol_it_concerns_or_of_all() {
        inbox.watch(List.of(Some.AAPL, Some.MSFT));
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
    void one_symbol_more_or_less_costs_the_others_nothing_that_came_for_them() {
        inbox.watch(List.of(Some.AAPL, Some.BTC));
        inbox.accept(List.of(
                Some.bar(Some.AAPL, 1, "1", "2"),
                Some.bar(Some.BTC, 1, "1", "2"),
                new Gap(Channel.BARS, Some.AAPL, 1, 2, "slow_reader"),
                new Gap(Channel.BARS, Some.BTC, 1, 2, "slow_reader")));

        inbox.watch(List.of(Some.AAPL, Some.MSFT));

        CompareInbox.Delivery delivery = inbox.drain();
        assertThat(delivery.bars()).containsOnlyKeys(Some.AAPL);
        assertThat(delivery.broken()).containsExactly(Some.AAPL);
    }

    @Test
    void what_the_market_before_said_is_forgotten_with_its_bars() {
        inbox.watch(List.of(Some.AAPL));
        inbox.accept(List.of(Some.bar(Some.AAPL, 1, "1", "2"), new Gap(Channel.BARS, null, 1, 2, "new_epoch")));

        inbox.begin(Interval.ONE_MINUTE);

        CompareInbox.Delivery delivery = inbox.drain();
        assertThat(delivery.bars()).isEmpty();
        assertThat(delivery.broken()).isEmpty();
        assertThat(delivery.anew())
                .as("or the bars of the next one would be cleared and not fetched")
                .isFalse();
    }

    @Test
    void more_bars_than_it_holds_are_a_gap() {
        inbox.watch(List.of(Some.AAPL));
        inbox.accept(List.copyOf(Some.bars(Some.AAPL, 0, 2_001)));

        CompareInbox.Delivery delivery = inbox.drain();
        assertThat(delivery.bars().get(Some.AAPL)).hasSize(2_000);
        assertThat(delivery.broken()).containsExactly(Some.AAPL);
    }
}
