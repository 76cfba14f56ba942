package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.indicator.IndicatorsForm;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.Subscription;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

    @TempDir
    Path directory;

    private final List<FakeFeed> feeds = new ArrayList<>();
    private final FakeMarketData marketData = new FakeMarketData();
    private final InstrumentDirectory instruments = new InstrumentDirectory(marketData, Runnable::run);
    private final BarInboxes inboxes = new BarInboxes();
    private Kept<ChartPreferences> preferences;
    private Charts charts;

    @BeforeEach
    void open() {
        marketData.answerAtOnce();
        start();
    }

    private void start() {
        preferences = Kept.open(
                new KeptFile<>(directory.resolve("chart.json"), new ChartPreferencesForm(), InstantSource.system()),
                problem -> {});
        charts = new Charts(
                this::feed,
                marketData,
                instruments,
                symbol -> Optional.of(Some.entry(symbol, "189.25", "188", 0)),
                inboxes,
                new IndicatorsViewModel(Kept.open(
                        new KeptFile<>(
                                directory.resolve("indicators.json"), new IndicatorsForm(), InstantSource.system()),
                        problem -> {})),
                preferences,
                Runnable::run);
        charts.main().show(Some.AAPL);
    }

    @AfterEach
    void close() {
        preferences.close();
    }

    @Test
    void what_is_chosen_in_the_main_chart_is_kept_and_what_is_chosen_in_another_is_its_own() {
        charts.main().interval(Interval.FIVE_MINUTES);
        ChartViewModel detached = charts.detach(charts.main()).orElseThrow();

        detached.interval(Interval.ONE_HOUR);
        detached.kind(ChartKind.LINE);

        assertThat(preferences.get()).isEqualTo(ChartPreferences.defaults().withInterval(Interval.FIVE_MINUTES));
        assertThat(charts.main().preferences().get()).isEqualTo(preferences.get());
    }

    @Test
    void what_a_chart_is_compared_with_is_kept_over_a_restart_and_goes_into_a_window_of_its_own() {
        charts.studies(charts.main()).compare().add("MSFT");
        preferences.close();

        start();

        CompareViewModel compare = charts.studies(charts.main()).compare();
        assertThat(compare.compared()).extracting(Compared::symbol).containsExactly(Some.MSFT);
        charts.pulse();
        assertThat(compare.compared().getFirst().stage().get()).isEqualTo(Compared.Stage.READY);
        ChartViewModel detached = charts.detach(charts.main()).orElseThrow();
        charts.studies(detached)
                .compare()
                .remove(charts.studies(detached).compare().compared().getFirst());
        assertThat(preferences.get().compared())
                .as("what another window is compared with is its own")
                .containsExactly(Some.MSFT);
        compare.remove(compare.compared().getFirst());
        assertThat(preferences.get().compared()).isEmpty();
    }

    @Test
    void a_detached_chart_shows_what_it_was_detached_from_and_goes_its_own_way() {
        ChartViewModel detached = charts.detach(charts.main()).orElseThrow();
        assertThat(detached.symbol().get()).isEqualTo(Some.AAPL);
        assertThat(detached.stage().get()).isEqualTo(ChartViewModel.Stage.READY);
        assertThat(detached.quote().get().last()).isEqualByComparingTo("189.25");

        charts.main().show(Some.MSFT);
        inboxes.accept(List.of(Some.bar(Some.AAPL, 29_000_300, "1", "2"), Some.bar(Some.MSFT, 29_000_300, "3", "4")));
        charts.pulse();
        Map<Symbol, QuoteBook.Entry> changed = Map.of(Some.AAPL, Some.entry(Some.AAPL, "190", "188", 0));
        charts.show(changed);

        assertThat(detached.bars().close(300)).isEqualTo(2);
        assertThat(charts.main().bars().close(300)).isEqualTo(4);
        assertThat(detached.quote().get().last()).isEqualByComparingTo("190");
        assertThat(charts.main().quote().get()).isNull();
    }

    @Test
    void a_closed_one_follows_nothing_any_more() {
        ChartViewModel detached = charts.detach(charts.main()).orElseThrow();
        // The last one is for what it is compared with.
        FakeFeed its = feeds.get(feeds.size() - 2);
        assertThat(its.subscriptions())
                .containsExactlyInAnyOrder(
                        Subscription.bars(Some.AAPL, Interval.ONE_MINUTE), Subscription.quotes(Some.AAPL));

        charts.close(detached);

        assertThat(its.subscriptions()).isEmpty();
        assertThat(its.closed()).isTrue();
        inboxes.accept(List.of(Some.bar(Some.AAPL, 29_000_300, "1", "2")));
        detached.pulse();
        assertThat(detached.bars().isEmpty()).isTrue();
    }

    @Test
    void there_are_never_more_than_so_many() {
        ChartViewModel first = charts.detach(charts.main()).orElseThrow();
        for (int i = 1; i < Charts.MOST_DETACHED; i++) {
            assertThat(charts.detach(charts.main())).isPresent();
        }
        assertThat(charts.detach(charts.main())).isEmpty();

        charts.close(first);

        assertThat(charts.detach(charts.main())).isPresent();
    }

    @Test
    void nothing_can_be_detached_from_nothing() {
        charts.main().show((Symbol) null);

        assertThat(charts.detach(charts.main())).isEmpty();
    }

    @Test
    void names_and_steps_of_prices_come_to_every_chart_when_they_are_known() {
        ChartViewModel detached = charts.detach(charts.main()).orElseThrow();
        assertThat(detached.name().get()).isEmpty();

        instruments.load();

        assertThat(detached.name().get()).isEqualTo("Apple Inc.");
        assertThat(charts.main().name().get()).isEqualTo("Apple Inc.");
    }

    @Test
    void another_server_and_an_outage_concern_all() {
        ChartViewModel detached = charts.detach(charts.main()).orElseThrow();
        charts.live(true);
        int asked = marketData.barsAsked().size();

        charts.reset();
        charts.live(false);

        assertThat(marketData.barsAsked()).hasSize(asked + 2);
        assertThat(detached.quote().get()).isNull();
        assertThat(detached.live().get()).isFalse();
    }

    private Feed feed() {
        feeds.add(new FakeFeed());
        return feeds.getLast();
    }
}
