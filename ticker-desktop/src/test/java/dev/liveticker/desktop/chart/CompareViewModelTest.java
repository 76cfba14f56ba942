package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {

    private final FakeFeed feed = new FakeFeed();
    private final FakeMarketData marketData = new FakeMarketData();
    private final InstrumentDirectory instruments = new InstrumentDirectory(marketData, Runnable::run);
    private final ChartViewModel chart =
            FollowingChart.of(new FakeFeed(), new FakeMarketData(), instruments, new BarInbox());
    private final BarInbox inbox = new BarInbox();
    private Interval interval = Interval.ONE_MINUTE;
    private final CompareViewModel compare =
            new CompareViewModel(chart, () -> interval, feed, marketData, instruments, inbox, Runnable::run);

    @BeforeEach
    void load() {
        instruments.load();
        chart.show(Some.AAPL);
    }

    @Test
    void a_symbol_added_is_fetched_and_followed() {
        assertThat(compare.add(" msft ")).isTrue();
        Compared added = compare.compared().getFirst();
        assertThat(feed.subscriptions()).containsExactly(Subscription.bars(Some.MSFT, Interval.ONE_MINUTE));
        assertThat(added.stage().get()).isEqualTo(Compared.Stage.LOADING);
        long before = compare.revision();

        marketData.lastBarsAsked().answer().complete(Some.bars(Some.MSFT, 0, 100));
        inbox.accept(List.of(Some.bar(Some.MSFT, 100, "1", "2")));
        compare.pulse();

        assertThat(added.stage().get()).isEqualTo(Compared.Stage.READY);
        assertThat(added.bars().size()).isEqualTo(101);
        assertThat(added.bars().closeAt(100 * Some.MINUTE)).isEqualTo(2);
        assertThat(compare.revision()).isGreaterThan(before);
    }

    @Test
    void what_cannot_be_added_says_why() {
        assertThat(compare.add("  ")).isFalse();
        assertThat(compare.problem().get()).isEmpty();
        assertThat(compare.add("a b")).isFalse();
        assertThat(compare.problem().get()).isEqualTo("\u201ca b\u201d is no symbol");
        assertThat(compare.add("aapl")).isFalse();
        assertThat(compare.problem().get()).isEqualTo("AAPL is what the chart shows");
        assertThat(compare.add("zzzz")).isFalse();
        assertThat(compare.problem().get()).isEqualTo("Unknown symbol: ZZZZ");

        compare.add("MSFT");
        assertThat(compare.problem().get()).isEmpty();
        assertThat(compare.add("MSFT")).isFalse();
        assertThat(compare.problem().get()).isEqualTo("MSFT is there already");
        compare.add("AMZN");
        compare.add("NVDA");
        compare.add("AAL");
        assertThat(compare.add("A")).isFalse();
        assertThat(compare.problem().get()).isEqualTo("No more than 4 at a time");
        assertThat(compare.compared()).hasSize(4);
    }

    @Test
    void a_symbol_taken_away_is_followed_no_longer_and_leaves_its_colour_to_the_next() {
        compare.add("MSFT");
        compare.add("NVDA");
        FakeMarketData.BarsAsked late = marketData.barsAsked().getFirst();
        Compared first = compare.compared().getFirst();

        compare.remove(first);
        late.answer().complete(Some.bars(Some.MSFT, 0, 100));
        compare.add("AMZN");

        assertThat(first.bars().size()).isZero();
        assertThat(compare.compared()).extracting(Compared::slot).containsExactly(1, 0);
        assertThat(feed.subscriptions())
                .containsExactlyInAnyOrder(
                        Subscription.bars(Symbol.of("NVDA"), Interval.ONE_MINUTE),
                        Subscription.bars(Symbol.of("AMZN"), Interval.ONE_MINUTE));
    }

    @Test
    void bars_that_cannot_be_had_are_said_of_their_symbol_and_asked_for_again_once_live() {
        compare.add("MSFT");
        compare.add("NVDA");
        marketData.barsAsked().get(0).answer().completeExceptionally(new IOException("no such route"));
        marketData.barsAsked().get(1).answer().complete(List.of());
        Compared failed = compare.compared().get(0);
        assertThat(failed.stage().get()).isEqualTo(Compared.Stage.FAILED);
        assertThat(failed.problem().get()).isEqualTo("No bars of MSFT: no such route");
        assertThat(compare.compared().get(1).stage().get()).isEqualTo(Compared.Stage.QUIET);

        compare.live(true);
        marketData.barsAsked().get(2).answer().complete(Some.bars(Some.MSFT, 0, 2));

        assertThat(failed.stage().get()).isEqualTo(Compared.Stage.READY);
        assertThat(failed.problem().get()).isEmpty();
    }

    @Test
    void what_was_missed_is_fetched_after_a_gap() {
        compare.add("MSFT");
        inbox.accept(List.of(new Gap(Channel.BARS, Some.MSFT, 1, 5, "slow_reader")));
        compare.pulse();
        compare.pulse();
        assertThat(marketData.barsAsked()).hasSize(2);
    }

    @Test
    void bars_are_fetched_again_when_their_stream_begins_but_not_when_it_goes_on() {
        compare.add("MSFT");
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.MSFT, 0, 100));

        connect(false);
        assertThat(marketData.barsAsked()).hasSize(2);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.MSFT, 0, 101));
        compare.live(false);
        connect(true);

        assertThat(marketData.barsAsked()).hasSize(2);
    }

    private void connect(boolean resumed) {
        inbox.accept(List.of(
                new Welcome(1, "fake", "abc", 0, "s1", 5_000, 0, true, "SIMULATED", null),
                new Subscribed(null, Channel.BARS, Interval.ONE_MINUTE, List.of(Some.MSFT), List.of(), resumed)));
        compare.live(true);
        compare.pulse();
    }

    @Test
    void a_bar_that_closed_before_the_stream_was_heard_is_fetched_again_when_the_next_one_comes() {
        compare.add("MSFT");
        Bar half = Some.bar(Some.MSFT, 99, "1", "2");
        marketData.lastBarsAsked().answer().complete(List.of(Some.like(half, half.volume(), false)));

        inbox.accept(List.of(Some.bar(Some.MSFT, 100, "3", "4")));
        compare.pulse();
        assertThat(marketData.barsAsked()).hasSize(2);
        marketData.lastBarsAsked().answer().complete(List.of(Some.bar(Some.MSFT, 99, "1", "5")));

        assertThat(compare.compared().getFirst().bars().closeAt(99 * Some.MINUTE))
                .isEqualTo(5);
    }

    @Test
    void another_interval_of_the_chart_is_the_others_too() {
        compare.add("MSFT");
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.MSFT, 0, 100));

        interval = Interval.FIVE_MINUTES;
        compare.pulse();

        assertThat(feed.subscriptions()).containsExactly(Subscription.bars(Some.MSFT, Interval.FIVE_MINUTES));
        assertThat(compare.compared().getFirst().bars().size()).isZero();
        assertThat(marketData.barsAsked()).hasSize(2);
    }

    @Test
    void another_server_starts_from_nothing() {
        compare.add("MSFT");
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.MSFT, 0, 100));

        compare.reset();

        assertThat(compare.compared().getFirst().bars().size()).isZero();
        assertThat(compare.compared().getFirst().stage().get()).isEqualTo(Compared.Stage.LOADING);
        assertThat(marketData.barsAsked()).hasSize(2);
    }
}
