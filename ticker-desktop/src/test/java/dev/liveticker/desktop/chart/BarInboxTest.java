package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.util.List;
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

        assertThat(inbox.drain().bars())
                .containsExactly(Some.bar(Some.AAPL, 1, "1", "2"), Some.bar(Some.AAPL, 2, "1", "3"));
        assertThat(inbox.drain().bars()).isEmpty();
    }

    @Test
    void a_gap_in_the_bars_is_told_once() {
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.of(new Gap(Channel.TRADES, Some.AAPL, 1, 2, "slow_reader")));
        assertThat(inbox.drain().broken()).isFalse();
        inbox.accept(List.of(new Gap(Channel.BARS, Some.MSFT, 1, 2, "slow_reader")));
        assertThat(inbox.drain().broken()).isFalse();

        inbox.accept(List.of(new Gap(Channel.BARS, null, 1, 2, "new_epoch")));

        assertThat(inbox.drain().broken()).isTrue();
        assertThat(inbox.drain().broken()).isFalse();
    }

    @Test
    void bars_are_fetched_again_once_when_the_stream_of_them_begins() {
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.of(subscribed(Interval.FIVE_MINUTES, false)));
        assertThat(inbox.drain().broken()).as("bars of another length").isFalse();
        inbox.accept(List.of(subscribed(Interval.ONE_MINUTE, false)));
        assertThat(inbox.drain().broken()).isTrue();

        inbox.accept(List.of(subscribed(Interval.ONE_MINUTE, false)));
        assertThat(inbox.drain().broken()).as("an answer about others").isFalse();
        inbox.watch(Some.AAPL, Interval.ONE_MINUTE);
        inbox.accept(List.of(subscribed(Interval.ONE_MINUTE, true)));
        assertThat(inbox.drain().broken()).as("one that goes on where it was").isFalse();
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

        assertThat(delivery.bars())
                .hasSize(5_000)
                .last()
                .isEqualTo(Some.bars(Some.AAPL, 0, 6_000).getLast());
        assertThat(delivery.broken()).isTrue();
    }

    @Test
    void each_chart_has_an_inbox_until_it_is_closed() {
        BarInboxes all = new BarInboxes();
        BarInbox one = all.open();
        BarInbox other = all.open();
        one.watch(Some.AAPL, Interval.ONE_MINUTE);
        other.watch(Some.MSFT, Interval.ONE_MINUTE);

        all.accept(List.of(Some.bar(Some.AAPL, 1, "1", "2"), Some.bar(Some.MSFT, 1, "3", "4")));
        assertThat(one.drain().bars()).containsExactly(Some.bar(Some.AAPL, 1, "1", "2"));
        assertThat(other.drain().bars()).containsExactly(Some.bar(Some.MSFT, 1, "3", "4"));

        all.close(other);
        all.accept(List.of(Some.bar(Some.MSFT, 2, "3", "4")));
        assertThat(other.drain().bars()).isEmpty();
    }
}
