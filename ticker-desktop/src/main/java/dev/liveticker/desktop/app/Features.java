package dev.liveticker.desktop.app;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.alert.AlertHistoryForm;
import dev.liveticker.desktop.alert.AlertInbox;
import dev.liveticker.desktop.alert.AlertsViewModel;
import dev.liveticker.desktop.alert.Announcements;
import dev.liveticker.desktop.chart.ChartPreferencesForm;
import dev.liveticker.desktop.chart.Charts;
import dev.liveticker.desktop.chart.IndicatorsViewModel;
import dev.liveticker.desktop.command.PaletteViewModel;
import dev.liveticker.desktop.command.RecentForm;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.hint.HintForm;
import dev.liveticker.desktop.hint.HintsViewModel;
import dev.liveticker.desktop.indicator.IndicatorsForm;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.outage.OutageViewModel;
import dev.liveticker.desktop.portfolio.PortfolioForm;
import dev.liveticker.desktop.portfolio.PortfolioViewModel;
import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.desktop.settings.SettingsViewModel;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.tape.QuoteLines;
import dev.liveticker.desktop.tape.TapeViewModel;
import dev.liveticker.desktop.trade.TradeInbox;
import dev.liveticker.desktop.trade.TradesViewModel;
import dev.liveticker.desktop.trust.TrustViewModel;
import dev.liveticker.desktop.update.UpdateViewModel;
import dev.liveticker.desktop.watchlist.AddSymbolViewModel;
import dev.liveticker.desktop.watchlist.Trends;
import dev.liveticker.desktop.watchlist.WatchlistViewModel;
import dev.liveticker.desktop.watchlist.Watchlists;
import dev.liveticker.desktop.watchlist.WatchlistsForm;
import dev.liveticker.feed.MarketData;
import dev.liveticker.model.Symbol;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is behind every feature's views, each made with its share of the feed and with what it keeps. None knows
 * another; what they have to say to each other is the {@link Workbench}'s to pass on. Belongs to the FX thread.
 *
 * @param windows how the windows were left
 */
record Features(
        InstrumentDirectory instruments,
        WatchlistViewModel watchlist,
        AddSymbolViewModel addSymbol,
        Trends trends,
        Charts charts,
        ConnectionViewModel connection,
        SettingsViewModel settings,
        TrustViewModel trust,
        OutageViewModel outage,
        AlertsViewModel alerts,
        TradesViewModel trades,
        PortfolioViewModel portfolio,
        QuoteLines quoteLines,
        TapeViewModel tape,
        PaletteViewModel palette,
        HintsViewModel hints,
        UpdateViewModel updates,
        Kept<WindowState> windows) {

    /**
     * Makes them, and reads what they keep.
     *
     * @param nanoClock monotonic nanoseconds
     * @param owner runs what arrives from other threads on the FX thread
     */
    static Features of(Intake intake, SettingsStore store, UserFiles files, LongSupplier nanoClock, Executor owner) {
        ServerLink link = intake.link();
        QuoteBook book = intake.book();
        MarketData data = link.marketData();
        FeedShares shares = new FeedShares(link);
        InstrumentDirectory instruments = new InstrumentDirectory(data, owner);
        Trends trends = new Trends(data, owner);
        WatchlistViewModel watchlist = watchlist(shares, instruments, store, files);
        watchlist.recallFrom(book::entry);
        watchlist.trendsFrom(trends);
        QuoteLines quoteLines = new QuoteLines(instruments, book::entry);
        return new Features(
                instruments,
                watchlist,
                new AddSymbolViewModel(instruments, watchlist),
                trends,
                new Charts(
                        shares::share,
                        data,
                        instruments,
                        book::entry,
                        intake.bars(),
                        new IndicatorsViewModel(files.open("indicators.json", new IndicatorsForm())),
                        files.open("chart.json", new ChartPreferencesForm()),
                        owner),
                new ConnectionViewModel(link),
                new SettingsViewModel(store),
                new TrustViewModel(
                        link, (server, fingerprint) -> store.change(kept -> kept.withPin(server, fingerprint))),
                new OutageViewModel(link::faults, owner, nanoClock),
                alerts(intake, shares, instruments, store, files),
                trades(intake, shares, instruments, owner),
                new PortfolioViewModel(
                        shares.share(),
                        instruments,
                        files.open("portfolio.json", new PortfolioForm()),
                        book::entry,
                        Clock.system(ZoneId.systemDefault()),
                        Thread::startVirtualThread,
                        owner),
                quoteLines,
                tape(quoteLines, store, watchlist::add),
                new PaletteViewModel(instruments, files.open("recent.json", new RecentForm()), watchlist::add),
                new HintsViewModel(files.open("hints.json", new HintForm())),
                NewVersions.follow(store, files, owner),
                files.open("window.json", new WindowForm()));
    }

    private static WatchlistViewModel watchlist(
            FeedShares shares, InstrumentDirectory instruments, SettingsStore store, UserFiles files) {
        List<Symbol> ofEarlierVersions = store.settings().get().watchlist();
        Kept<Watchlists> lists = files.open("watchlists.json", new WatchlistsForm(ofEarlierVersions));
        WatchlistViewModel watchlist = new WatchlistViewModel(shares.share(), instruments, lists.get());
        watchlist.lists().subscribe(now -> lists.change(before -> now));
        return watchlist;
    }

    private static AlertsViewModel alerts(
            Intake intake, FeedShares shares, InstrumentDirectory instruments, SettingsStore store, UserFiles files) {
        AlertInbox inbox = new AlertInbox();
        intake.inbox().add(inbox);
        return new AlertsViewModel(
                shares.share(),
                instruments,
                inbox,
                files.open("alerts.json", new AlertHistoryForm()),
                new Announcements(
                        () -> store.settings().get().notices().desktop(),
                        () -> store.settings().get().notices().sound()),
                Destination.of(store.settings().get()).name(),
                symbol -> intake.book()
                        .entry(symbol)
                        .flatMap(entry -> Optional.ofNullable(entry.quote().last())));
    }

    private static TradesViewModel trades(
            Intake intake, FeedShares shares, InstrumentDirectory instruments, Executor owner) {
        TradeInbox inbox = new TradeInbox();
        intake.inbox().add(inbox);
        return new TradesViewModel(shares.share(), intake.link().marketData(), instruments, inbox, owner);
    }

    private static TapeViewModel tape(QuoteLines lines, SettingsStore store, Consumer<Symbol> chart) {
        return new TapeViewModel(
                lines,
                on -> store.change(kept -> kept.withAppearance(kept.appearance().withTape(on))),
                speed -> store.change(
                        kept -> kept.withAppearance(kept.appearance().withTapeSpeed(speed))),
                chart);
    }
}
