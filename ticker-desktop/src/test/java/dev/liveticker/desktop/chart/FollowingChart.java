package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.instrument.InstrumentDirectory;

/** A chart of minutes that follows a market that tests make up. */
final class FollowingChart {

    private FollowingChart() {}

    static ChartViewModel of(
            FakeFeed feed, FakeMarketData marketData, InstrumentDirectory instruments, BarInbox inbox) {
        ChartViewModel chart = new ChartViewModel(
                new FeedBars(feed, marketData), instruments::find, inbox, Runnable::run, ChartPreferences.defaults());
        instruments.onLoaded(chart::describe);
        return chart;
    }
}
