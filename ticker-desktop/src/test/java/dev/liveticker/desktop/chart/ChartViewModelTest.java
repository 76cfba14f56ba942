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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartViewModelTest {

    private static final Subscription AAPL_BARS = Subscription.bars(Some.AAPL, Interval.ONE_MINUTE);
    private static final Subscription MSFT_BARS = Subscription.bars(Some.MSFT, Interval.ONE_MINUTE);

    private final FakeFeed feed = new FakeFeed();
    private final FakeMarketData marketData = new FakeMarketData();
    private final InstrumentDirectory instruments = new InstrumentDirectory(marketData, Runnable::run);
    private final BarInbox inbox = new BarInbox();
    private final ChartViewModel chart = FollowingChart.of(feed, marketData, instruments, inbox);

    @BeforeEach
    void load() {
        instruments.load();
    }

    @Test
    void it_fetches_and_follows_the_bars_of_the_symbol_shown() {
        chart.show(Some.AAPL);
        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.LOADING);
        assertThat(feed.subscriptions()).containsExactlyInAnyOrder(AAPL_BARS, Subscription.quotes(Some.AAPL));

        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 100));
        inbox.accept(List.of(Some.bar(Some.AAPL, 100, "1", "2")));
        chart.pulse();

        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.READY);
        assertThat(chart.bars().size()).isEqualTo(101);
        assertThat(chart.name().get()).isEqualTo("Apple Inc.");
    }

    @Test
    void whoever_hears_of_the_name_finds_the_decimals_it_comes_with() {
        chart.show(Some.AAPL);
        List<Integer> decimals = new ArrayList<>();
        chart.name().subscribe(name -> decimals.add(chart.format().decimals()));
        marketData.instruments(CompletableFuture.completedFuture(List.of(Some.instrument("AAPL", "Apple", "0.0001"))));

        instruments.load();

        assertThat(decimals).containsExactly(2, 4);
    }

    @Test
    void another_symbol_replaces_the_first_and_an_answer_that_comes_late_is_not_mixed_in() {
        chart.show(Some.AAPL);
        FakeMarketData.BarsAsked late = marketData.lastBarsAsked();
        chart.show(Some.MSFT);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.MSFT, 0, 3));

        late.answer().complete(Some.bars(Some.AAPL, 0, 100));

        assertThat(chart.bars().size()).isEqualTo(3);
        assertThat(feed.subscriptions()).containsExactlyInAnyOrder(MSFT_BARS, Subscription.quotes(Some.MSFT));
    }

    @Test
    void prices_of_another_symbol_have_its_own_decimals() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(List.of(Some.bar(Some.AAPL, 0, "0.00001234", "0.00001235")));
        assertThat(chart.format().decimals()).isEqualTo(8);

        chart.show(Some.MSFT);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.MSFT, 0, 3));

        assertThat(chart.format().decimals()).isEqualTo(2);
    }

    @Test
    void the_same_symbol_again_changes_nothing() {
        chart.show(Some.AAPL);
        chart.show(Some.AAPL);

        assertThat(marketData.barsAsked()).hasSize(1);
    }

    @Test
    void no_symbol_shows_nothing_and_wants_nothing() {
        chart.show(Some.AAPL);
        chart.show((Symbol) null);

        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.EMPTY);
        assertThat(feed.subscriptions()).isEmpty();
    }

    @Test
    void bars_that_cannot_be_had_are_said_so_and_can_be_asked_for_again() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().completeExceptionally(new IOException("no such route"));
        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.FAILED);
        assertThat(chart.failure().get()).isEqualTo("no such route");

        chart.load();
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 2));

        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.READY);
    }

    @Test
    void bars_shown_stay_when_newer_ones_cannot_be_had() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 2));

        chart.load();
        marketData.lastBarsAsked().answer().completeExceptionally(new IOException("gone"));

        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.READY);
        assertThat(chart.bars().size()).isEqualTo(2);
    }

    @Test
    void a_symbol_without_bars_is_quiet_until_the_first_comes() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(List.of());
        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.QUIET);

        inbox.accept(List.of(Some.bar(Some.AAPL, 0, "1", "2")));
        chart.pulse();

        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.READY);
    }

    @Test
    void what_was_missed_is_fetched_after_a_gap_and_after_an_outage() {
        chart.show(Some.AAPL);
        chart.live(true);
        int asked = marketData.barsAsked().size();

        inbox.accept(List.of(new Gap(Channel.BARS, Some.AAPL, 1, 5, "slow_reader")));
        chart.pulse();
        assertThat(marketData.barsAsked()).hasSize(asked + 1);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 3));

        chart.live(false);
        connect(true);
        assertThat(marketData.barsAsked()).as("the stream goes on where it was").hasSize(asked + 1);

        chart.live(false);
        connect(false);
        assertThat(marketData.barsAsked()).hasSize(asked + 2);
    }

    private void connect(boolean resumed) {
        inbox.accept(List.of(
                new Welcome(1, "fake", "abc", 0, "s1", 5_000, 0, true, "SIMULATED", null),
                new Subscribed(null, Channel.BARS, Interval.ONE_MINUTE, List.of(Some.AAPL), List.of(), resumed)));
        chart.live(true);
        chart.pulse();
    }

    @Test
    void a_history_that_could_not_be_had_is_asked_for_again_with_each_bar_that_begins_until_it_is_there() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().completeExceptionally(new IOException("no such route"));
        int asked = marketData.barsAsked().size();

        hear(Some.bar(Some.AAPL, 100, "1", "2"));
        hear(Some.bar(Some.AAPL, 100, "1", "3"));
        assertThat(marketData.barsAsked()).hasSize(asked + 1);
        marketData.lastBarsAsked().answer().completeExceptionally(new IOException("no such route"));
        hear(Some.bar(Some.AAPL, 100, "1", "4"));
        assertThat(marketData.barsAsked()).hasSize(asked + 1);
        hear(Some.bar(Some.AAPL, 101, "1", "2"));
        assertThat(marketData.barsAsked()).hasSize(asked + 2);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 102));
        hear(Some.bar(Some.AAPL, 102, "1", "2"));

        assertThat(chart.bars().size()).isEqualTo(103);
        assertThat(marketData.barsAsked()).hasSize(asked + 2);
    }

    @Test
    void a_history_that_comes_late_sets_no_bar_back_that_closed_meanwhile() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 10));
        chart.load();
        hear(Some.like(Some.bar(Some.AAPL, 10, "1", "7"), Some.price("5000"), true));
        hear(Some.bar(Some.AAPL, 11, "7", "8"));

        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 11));

        assertThat(chart.bars().close(10)).isEqualTo(7);
    }

    private void hear(Bar bar) {
        inbox.accept(List.of(bar));
        chart.pulse();
    }

    @Test
    void a_bar_that_closed_before_the_stream_was_heard_is_fetched_again_when_the_next_one_comes() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(List.of(unfinished(Some.bar(Some.AAPL, 99, "1", "2"))));
        int asked = marketData.barsAsked().size();

        inbox.accept(List.of(unfinished(Some.bar(Some.AAPL, 100, "3", "4"))));
        chart.pulse();
        assertThat(marketData.barsAsked()).hasSize(asked + 1);
        marketData
                .lastBarsAsked()
                .answer()
                .complete(List.of(Some.bar(Some.AAPL, 99, "1", "5"), unfinished(Some.bar(Some.AAPL, 100, "3", "4"))));

        assertThat(chart.bars().close(0)).isEqualTo(5);
        inbox.accept(List.of(Some.bar(Some.AAPL, 100, "3", "6"), unfinished(Some.bar(Some.AAPL, 101, "6", "6"))));
        chart.pulse();
        assertThat(marketData.barsAsked()).as("one that was heard to close").hasSize(asked + 1);
    }

    private static Bar unfinished(Bar bar) {
        return Some.like(bar, bar.volume(), false);
    }

    @Test
    void bars_of_a_time_to_come_go_when_the_market_begins_anew_at_an_earlier_one() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 500));

        inbox.accept(List.of(new Gap(Channel.BARS, null, 1, 5, "new_epoch")));
        chart.pulse();
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 3));

        assertThat(chart.bars().size()).isEqualTo(3);

        chart.load();
        inbox.accept(List.of(Some.bar(Some.AAPL, 3, "1", "2")));
        chart.pulse();
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 3));

        assertThat(chart.bars().size()).isEqualTo(4);
    }

    @Test
    void only_quotes_of_the_symbol_shown_are_taken() {
        chart.show(Some.AAPL);
        chart.show(Some.entry(Some.MSFT, "5", "4", 0));
        assertThat(chart.quote().get()).isNull();

        chart.show(Some.entry(Some.AAPL, "189.25", "188", 0));
        assertThat(chart.quote().get().last()).isEqualByComparingTo("189.25");
    }

    @Test
    void the_view_stays_on_the_past_while_new_bars_come() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 500));
        chart.viewport(new Viewport(6, 40));

        inbox.accept(List.of(Some.bar(Some.AAPL, 500, "1", "2")));
        chart.pulse();

        assertThat(chart.viewport().offset()).isEqualTo(41);
    }

    @Test
    void another_server_starts_from_nothing() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 500));

        chart.reset();

        assertThat(chart.bars().isEmpty()).isTrue();
        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.LOADING);
        assertThat(marketData.barsAsked()).hasSize(2);
    }

    @Test
    void bars_of_another_length_replace_the_first() {
        chart.show(Some.AAPL);
        FakeMarketData.BarsAsked late = marketData.lastBarsAsked();

        chart.interval(Interval.ONE_HOUR);
        late.answer().complete(Some.bars(Some.AAPL, 0, 100));

        assertThat(chart.bars().isEmpty()).isTrue();
        assertThat(marketData.lastBarsAsked().interval()).isEqualTo(Interval.ONE_HOUR);
        assertThat(feed.subscriptions())
                .containsExactlyInAnyOrder(
                        Subscription.bars(Some.AAPL, Interval.ONE_HOUR), Subscription.quotes(Some.AAPL));
        int asked = marketData.barsAsked().size();
        chart.interval(Interval.ONE_HOUR);
        assertThat(marketData.barsAsked()).hasSize(asked);
    }

    @Test
    void older_bars_are_fetched_when_one_comes_near_the_oldest_and_the_view_stays() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 10_000, 500));
        chart.look(300, 399);
        assertThat(marketData.olderAsked()).as("far from it").isEmpty();

        chart.viewport(new Viewport(6, 400));
        chart.look(20, 119);
        chart.look(10, 109);

        assertThat(marketData.olderAsked()).singleElement().satisfies(asked -> {
            assertThat(asked.before()).isEqualTo(10_000 * Some.MINUTE);
            assertThat(asked.interval()).isEqualTo(Interval.ONE_MINUTE);
        });
        marketData.olderAsked().getLast().answer().complete(Some.bars(Some.AAPL, 9_000, 1_000));
        assertThat(chart.bars().size()).isEqualTo(1_500);
        assertThat(chart.viewport()).isEqualTo(new Viewport(6, 400));
    }

    @Test
    void where_there_are_no_older_bars_they_are_not_asked_for_again() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 10_000, 500));
        chart.look(0, 99);
        marketData.olderAsked().getLast().answer().complete(List.of());
        chart.look(0, 99);
        assertThat(marketData.olderAsked()).hasSize(1);

        chart.load();
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 10_000, 501));
        chart.look(0, 99);
        assertThat(marketData.olderAsked()).as("a while later there may be").hasSize(2);

        marketData.olderAsked().getLast().answer().completeExceptionally(new IOException("gone"));
        chart.look(0, 99);
        assertThat(marketData.olderAsked()).as("no storm").hasSize(2);
        assertThat(chart.stage().get()).isEqualTo(ChartViewModel.Stage.READY);
    }

    @Test
    void older_bars_of_the_symbol_before_are_not_mixed_in() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 10_000, 500));
        chart.look(0, 99);
        chart.show(Some.MSFT);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.MSFT, 10_000, 3));

        marketData.olderAsked().getLast().answer().complete(Some.bars(Some.AAPL, 9_000, 1_000));

        assertThat(chart.bars().size()).isEqualTo(3);
    }

    @Test
    void after_an_outage_longer_than_a_page_no_bars_stand_beside_each_other_with_some_missing_between() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 10_000, 500));
        chart.viewport(new Viewport(6, 300));

        connect(false);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 20_000, ChartViewModel.BARS_FETCHED));

        assertThat(chart.bars().size()).isEqualTo(ChartViewModel.BARS_FETCHED);
        assertThat(chart.bars().start(0)).isEqualTo(20_000 * Some.MINUTE);
    }

    @Test
    void bars_missed_in_a_short_outage_move_the_view_of_the_past_no_more_than_live_ones() {
        chart.show(Some.AAPL);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 10_000, 500));
        chart.viewport(new Viewport(6, 300));

        connect(false);
        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 10_000, 510));

        assertThat(chart.viewport().offset()).isEqualTo(310);
    }

    @Test
    void prices_finer_than_the_instrument_is_said_to_have_are_written_in_full() {
        chart.show(Symbol.of("TINY"));
        marketData.lastBarsAsked().answer().complete(List.of(Some.bar(Symbol.of("TINY"), 1, "0.00001234", "0.000012")));

        assertThat(chart.format().price(0.00001234)).isEqualTo("0.00001234");
        assertThat(chart.scale().tick()).isEqualTo(0.00000001);
        assertThat(chart.nearestPrice(0.0000123449)).isEqualByComparingTo("0.00001234");
    }

    @Test
    void what_is_chosen_changes_the_picture() {
        long before = chart.revision();
        chart.kind(ChartKind.AREA);
        chart.logarithmic(true);
        chart.percentBase(OptionalDouble.of(100));

        assertThat(chart.preferences().get())
                .isEqualTo(new ChartPreferences(ChartKind.AREA, Interval.ONE_MINUTE, true, List.of()));
        assertThat(chart.revision()).isEqualTo(before + 3);
        assertThat(chart.scale().percentBase()).hasValue(100);
        chart.percentBase(OptionalDouble.of(0));
        assertThat(chart.percentBase()).as("nothing is a share of nothing").isEmpty();
    }

    @Test
    void one_of_bars_that_are_there_needs_no_server() {
        BarInbox inbox = new BarInbox();
        ChartViewModel still = StillBars.chart(Some.AAPL, Some.bars(Some.AAPL, 0, 50), inbox);
        assertThat(still.stage().get()).isEqualTo(ChartViewModel.Stage.READY);

        inbox.accept(List.of(Some.bar(Some.AAPL, 50, "1", "2")));
        still.pulse();

        assertThat(still.bars().size()).isEqualTo(51);
    }
}
