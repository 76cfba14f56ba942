package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Interval;

/** A chart of minutes with what it is compared with, on a market that tests make up. */
final class ComparedChart {

    final FakeMarketData marketData = new FakeMarketData();
    final InstrumentDirectory instruments = new InstrumentDirectory(marketData, Runnable::run);
    final ChartViewModel chart = FollowingChart.of(new FakeFeed(), new FakeMarketData(), instruments, new BarInbox());
    final CompareViewModel model = new CompareViewModel(
            chart, () -> Interval.ONE_MINUTE, new FakeFeed(), marketData, instruments, new BarInbox(), Runnable::run);
}
