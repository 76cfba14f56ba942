package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarInboxTest {

    private final BarInbox inbox = new BarInbox();

    @Test
    void it_keeps_the_newest_state_of_each_bar_of_the_watched_symbol() {
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.of(
                Some.bar(Some.AAPL, 2, "1", "2"),
                Some.bar(Some.MSFT, 2, "1", "2"),
                Some.bar(Some.AAPL, 1, "1", "2"),
                Some.bar(Some.AAPL, 2, "1", "3")));

        assertThat(inbox.drain().of(Some.AAPL))
                .containsExactly(Some.bar(Some.AAPL, 1, "1", "2"), Some.bar(Some.AAPL, 2, "1", "3"));
        assertThat(inbox.drain().bars()).isEmpty();
    }

    @Test
    void a_gap_in_the_bars_is_told_once() {
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.of(new Gap(Channel.TRADES, Some.AAPL, 1, 2, "slow_reader")));
        assertThat(inbox.drain().broken()).isEmpty();
        inbox.accept(List.of(new Gap(Channel.BARS, Some.MSFT, 1, 2, "slow_reader")));
        assertThat(inbox.drain().broken()).isEmpty();

        inbox.accept(List.of(new Gap(Channel.BARS, null, 1, 2, "new_epoch")));

        assertThat(inbox.drain().broken()).containsExactly(Some.AAPL);
        assertThat(inbox.drain().broken()).isEmpty();
    }

    @Test
    void bars_are_fetched_again_once_when_the_stream_of_them_begins() {
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.of(subscribed(Interval.FIVE_MINUTES, false)));
        assertThat(inbox.drain().broken()).as("bars of another length").isEmpty();
        inbox.accept(List.of(subscribed(Interval.ONE_MINUTE, false)));
        assertThat(inbox.drain().broken()).containsExactly(Some.AAPL);

        inbox.accept(List.of(subscribed(Interval.ONE_MINUTE, false)));
        assertThat(inbox.drain().broken()).as("an answer about others").isEmpty();
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.of(subscribed(Interval.ONE_MINUTE, true)));
        assertThat(inbox.drain().broken()).as("one that goes on where it was").isEmpty();
    }

    @Test
    void of_several_symbols_it_keeps_the_newest_state_of_each_bar() {
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
        BarInbox.Delivery delivery = inbox.drain();
        assertThat(delivery.broken()).containsExactlyInAnyOrder(Some.AAPL, Some.MSFT);
        assertThat(delivery.anew()).containsExactlyInAnyOrder(Some.AAPL, Some.MSFT);
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

        BarInbox.Delivery delivery = inbox.drain();
        assertThat(delivery.bars()).containsOnlyKeys(Some.AAPL);
        assertThat(delivery.broken()).containsExactly(Some.AAPL);
    }

    @Test
    void what_the_market_before_said_is_forgotten_with_its_bars() {
        inbox.watch(List.of(Some.AAPL));
        inbox.accept(List.of(Some.bar(Some.AAPL, 1, "1", "2"), new Gap(Channel.BARS, null, 1, 2, "new_epoch")));

        inbox.begin(Interval.ONE_MINUTE);

        BarInbox.Delivery delivery = inbox.drain();
        assertThat(delivery.bars()).isEmpty();
        assertThat(delivery.broken()).isEmpty();
        assertThat(delivery.anew())
                .as("or the bars of the next one would be cleared and not fetched")
                .isEmpty();
    }

    @Test
    void of_several_symbols_those_are_fetched_again_whose_stream_begins() {
        inbox.watch(List.of(Some.AAPL));
        inbox.accept(List.of(subscribed(Interval.ONE_MINUTE, false)));
        assertThat(inbox.drain().broken()).containsExactly(Some.AAPL);
        inbox.watch(List.of(Some.AAPL, Some.MSFT));

        inbox.accept(List.of(subscribed(Interval.ONE_MINUTE, false)));
        assertThat(inbox.drain().broken()).containsExactly(Some.MSFT);

        inbox.accept(List.of(
                new Welcome(1, "fake", "abc", 0, "s1", 5_000, 0, true, "SIMULATED", null),
                subscribed(Interval.ONE_MINUTE, false)));
        assertThat(inbox.drain().broken()).as("on another connection").containsExactlyInAnyOrder(Some.AAPL, Some.MSFT);
    }

    private static Subscribed subscribed(Interval interval, boolean resumed) {
        return new Subscribed(null, Channel.BARS, interval, List.of(Some.MSFT, Some.AAPL), List.of(), resumed);
    }

    @Test
    void bars_of_the_symbol_before_are_forgotten() {
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.of(Some.bar(Some.AAPL, 1, "1", "2")));

        inbox.watch(Some.MSFT, Interval.ONE_MINUTE);

        assertThat(inbox.drain().bars()).isEmpty();
    }

    @Test
    void bars_of_another_length_which_another_chart_wants_are_left_out() {
        inbox.watch(Some.AAPL, Interval.FIVE_MINUTES);
        inbox.accept(List.of(Some.bar(Some.AAPL, 1, "1", "2")));

        assertThat(inbox.drain().bars()).isEmpty();
    }

    @Test
    void when_nobody_looks_for_long_the_oldest_go_and_that_is_told() {
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.copyOf(Some.bars(Some.AAPL, 0, 6_000)));

        BarInbox.Delivery delivery = inbox.drain();

        assertThat(delivery.of(Some.AAPL))
                .hasSize(5_000)
                .last()
                .isEqualTo(Some.bars(Some.AAPL, 0, 6_000).getLast());
        assertThat(delivery.broken()).containsExactly(Some.AAPL);
    }

    @Test
    void each_chart_has_an_inbox_until_it_is_closed() {
        BarInboxes all = new BarInboxes();
        BarInbox one = all.open();
        BarInbox other = all.open();
        one.watch(Some.AAPL, Interval.ONE_MINUTE);
        other.watch(Some.MSFT, Interval.ONE_MINUTE);

        all.accept(List.of(Some.bar(Some.AAPL, 1, "1", "2"), Some.bar(Some.MSFT, 1, "3", "4")));
        assertThat(one.drain().of(Some.AAPL)).containsExactly(Some.bar(Some.AAPL, 1, "1", "2"));
        assertThat(other.drain().of(Some.MSFT)).containsExactly(Some.bar(Some.MSFT, 1, "3", "4"));

        all.close(other);
        all.accept(List.of(Some.bar(Some.MSFT, 2, "3", "4")));
        assertThat(other.drain().bars()).isEmpty();
    }
}
