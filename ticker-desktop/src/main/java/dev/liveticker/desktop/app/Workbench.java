package dev.liveticker.desktop.app;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.alert.AlertHistoryForm;
import dev.liveticker.desktop.alert.AlertInbox;
import dev.liveticker.desktop.alert.AlertsViewModel;
import dev.liveticker.desktop.alert.Announcements;
import dev.liveticker.desktop.chart.BarInboxes;
import dev.liveticker.desktop.chart.ChartPreferencesForm;
import dev.liveticker.desktop.chart.ChartViewModel;
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
import dev.liveticker.desktop.settings.Settings;
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
import dev.liveticker.desktop.watchlist.QuoteRow;
import dev.liveticker.desktop.watchlist.Trends;
import dev.liveticker.desktop.watchlist.WatchlistViewModel;
import dev.liveticker.desktop.watchlist.Watchlists;
import dev.liveticker.desktop.watchlist.WatchlistsForm;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The desktop without its window: every feature's view model, the feed that fills them, and what one has to say to
 * another. Belongs to the FX thread.
 */
final class Workbench implements AutoCloseable {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final SettingsStore store;
    private final UserFiles files;
    private final QuoteBook book;
    private final Inbox inbox;
    private final ServerLink link;
    private final TransportTurn transports;
    private final InstrumentDirectory instruments;
    private final WatchlistViewModel watchlist;
    private final AddSymbolViewModel addSymbol;
    private final Trends trends;
    private final Charts charts;
    private final ChartViewModel chart;
    private final ConnectionViewModel connection;
    private final SettingsViewModel settings;
    private final TrustViewModel trust;
    private final OutageViewModel outage;
    private final AlertsViewModel alerts;
    private final TradesViewModel trades;
    private final PortfolioViewModel portfolio;
    private final ReadOnlyDoubleWrapper textScale = new ReadOnlyDoubleWrapper(1);
    /** Held, since such a view of a list is heard only as long as somebody holds it. */
    private final ObservableList<Symbol> listed;

    private final QuoteLines quoteLines;
    private final TapeViewModel tape;
    private final PaletteViewModel palette;
    private final HintsViewModel hints;
    private final UpdateViewModel updates;
    private final Kept<WindowState> windows;
    private final Pace pace = new Pace();
    private boolean mini;
    private long secondAt;
    private boolean pulsed;
    private boolean live;

    /**
     * @param files what features keep; closed with the workbench
     * @param nanoClock monotonic nanoseconds
     * @param owner runs what arrives from other threads on the FX thread
     */
    Workbench(Backend backend, SettingsStore store, UserFiles files, LongSupplier nanoClock, Executor owner) {
        this.store = store;
        this.files = files;
        BarInboxes bars = new BarInboxes();
        book = new QuoteBook(nanoClock);
        inbox = new Inbox(book, bars);
        link = new ServerLink(backend, inbox);
        transports = new TransportTurn(link, store);
        instruments = new InstrumentDirectory(link.marketData(), owner);
        FeedShares shares = new FeedShares(link);
        Kept<Watchlists> lists =
                files.open("watchlists.json", new WatchlistsForm(current().watchlist()));
        watchlist = new WatchlistViewModel(shares.share(), instruments, lists.get());
        watchlist.lists().subscribe(now -> lists.change(before -> now));
        watchlist.recallFrom(book::entry);
        trends = new Trends(link.marketData(), owner);
        watchlist.trendsFrom(trends);
        addSymbol = new AddSymbolViewModel(instruments, watchlist);
        charts = new Charts(
                shares::share,
                link.marketData(),
                instruments,
                book::entry,
                bars,
                new IndicatorsViewModel(files.open("indicators.json", new IndicatorsForm())),
                files.open("chart.json", new ChartPreferencesForm()),
                owner);
        chart = charts.main();
        connection = new ConnectionViewModel(link);
        connection.light().subscribe(light -> trends.live(light == ConnectionViewModel.Light.LIVE));
        settings = new SettingsViewModel(store);
        trust = new TrustViewModel(
                link, (server, fingerprint) -> store.change(kept -> kept.withPin(server, fingerprint)));
        outage = new OutageViewModel(link::faults, owner, nanoClock);
        AlertInbox alertInbox = new AlertInbox();
        inbox.add(alertInbox);
        alerts = new AlertsViewModel(
                shares.share(),
                instruments,
                alertInbox,
                files.open("alerts.json", new AlertHistoryForm()),
                new Announcements(
                        () -> current().notices().desktop(),
                        () -> current().notices().sound()),
                Destination.of(current()).name(),
                symbol -> book.entry(symbol)
                        .flatMap(entry -> Optional.ofNullable(entry.quote().last())));
        TradeInbox tradeInbox = new TradeInbox();
        inbox.add(tradeInbox);
        trades = new TradesViewModel(shares.share(), link.marketData(), instruments, tradeInbox, owner);
        chart.symbol().subscribe(trades::show);
        portfolio = new PortfolioViewModel(
                shares.share(),
                instruments,
                files.open("portfolio.json", new PortfolioForm()),
                book::entry,
                Clock.system(ZoneId.systemDefault()),
                Thread::startVirtualThread,
                owner);
        watchlist.selected().subscribe(this::chartOf);
        store.settings().subscribe(this::follow);
        quoteLines = new QuoteLines(instruments, book::entry);
        tape = new TapeViewModel(
                quoteLines,
                on -> store.change(kept -> kept.withAppearance(kept.appearance().withTape(on))),
                speed -> store.change(
                        kept -> kept.withAppearance(kept.appearance().withTapeSpeed(speed))),
                this::goTo);
        palette = new PaletteViewModel(instruments, files.open("recent.json", new RecentForm()), this::goTo);
        hints = new HintsViewModel(files.open("hints.json", new HintForm()));
        windows = files.open("window.json", new WindowForm());
        updates = NewVersions.follow(store, files, owner);
        listed = watchlist.symbols();
        listed.subscribe(() -> quoteLines.symbols(List.copyOf(listed)));
        quoteLines.symbols(List.copyOf(listed));
        store.settings().subscribe((Settings now) -> {
            textScale.set(now.appearance().textScale());
            tape.follow(now.appearance().tape(), now.appearance().tapeSpeed());
            quoteLines.wanted(mini || tape.on().get());
        });
    }

    WatchlistViewModel watchlist() {
        return watchlist;
    }

    AddSymbolViewModel addSymbol() {
        return addSymbol;
    }

    ChartViewModel chart() {
        return chart;
    }

    /** That chart, and those in windows of their own. */
    Charts charts() {
        return charts;
    }

    ConnectionViewModel connection() {
        return connection;
    }

    SettingsViewModel settings() {
        return settings;
    }

    TrustViewModel trust() {
        return trust;
    }

    OutageViewModel outage() {
        return outage;
    }

    AlertsViewModel alerts() {
        return alerts;
    }

    TradesViewModel trades() {
        return trades;
    }

    /** The symbol that alerts and trades are most likely wanted of. */
    Optional<Symbol> charted() {
        return Optional.ofNullable(chart.symbol().get());
    }

    PortfolioViewModel portfolio() {
        return portfolio;
    }

    SettingsStore store() {
        return store;
    }

    /** How large text is against the usual. */
    ObservableDoubleValue textScale() {
        return textScale;
    }

    /** The watchlist in short. */
    QuoteLines quoteLines() {
        return quoteLines;
    }

    TapeViewModel tape() {
        return tape;
    }

    PaletteViewModel palette() {
        return palette;
    }

    HintsViewModel hints() {
        return hints;
    }

    /** Whether there is a newer version. */
    UpdateViewModel updates() {
        return updates;
    }

    /** How the windows were left. */
    Kept<WindowState> windows() {
        return windows;
    }

    /** Whether the small window shows, and so wants prices. */
    void miniShows(ObservableValue<Boolean> shows) {
        shows.subscribe(isShowing -> {
            mini = isShowing;
            quoteLines.wanted(mini || tape.on().get());
        });
    }

    /** Charts a symbol; one that is not on the watchlist is put there. */
    void goTo(Symbol symbol) {
        watchlist.add(symbol);
    }

    /** What is wrong with the server behind it, for people; once each. */
    Optional<String> remark() {
        return link.remark();
    }

    /** Connects. */
    void start() {
        Destination.of(current()).reach(link);
    }

    /** Goes on with the next transport, in the order of their worth. */
    void switchTransport() {
        transports.next();
    }

    /** Brings the view models up to date. Called once a pulse. */
    void pulse(long nowNanos) {
        watchlist.pulse(nowNanos);
        charts.pulse();
        if (pace.isDue(nowNanos)) {
            flush(nowNanos);
        }
        if (!pulsed || nowNanos - secondAt >= SECOND) {
            secondAt = nowNanos;
            watchlist.second(nowNanos);
            trends.second(nowNanos);
            trades.second(nowNanos);
            portfolio.second();
            updates.second();
        }
        pulsed = true;
    }

    /** Saves and lets go of everything. */
    @Override
    public void close() {
        alerts.close();
        store.close();
        files.close();
        link.close();
    }

    private void flush(long nowNanos) {
        connection.pulse(nowNanos);
        trust.pulse();
        outage.pulse();
        boolean isLive = connection.light().get() == ConnectionViewModel.Light.LIVE;
        if (isLive != live) {
            live = isLive;
            if (live) {
                instruments.load();
            }
            watchlist.live(live);
            watchlist.second(nowNanos);
            alerts.live(live);
            trades.live(live);
            quoteLines.live(live);
            portfolio.live(live);
            charts.live(live);
        }
        inbox.drainAnswers().forEach(this::hear);
        Map<Symbol, QuoteBook.Entry> changed = book.drain();
        if (!changed.isEmpty()) {
            pace.priced();
            updates.priced();
        }
        watchlist.show(changed, nowNanos);
        portfolio.show(changed);
        alerts.pulse(nowNanos);
        trades.pulse(nowNanos);
        quoteLines.show(changed);
        charts.show(changed);
    }

    private void hear(ServerMessage answer) {
        if (answer instanceof Welcome welcome) {
            connection.market(welcome.simulated(), welcome.source());
            outage.connected();
        } else if (answer instanceof Subscribed subscribed && subscribed.channel() == Channel.QUOTES) {
            watchlist.offer(subscribed.symbols());
            subscribed.rejected().forEach(rejection -> watchlist.reject(rejection.symbol(), rejection.code()));
            subscribed.rejected().forEach(rejection -> portfolio.reject(rejection.symbol()));
        }
    }

    private void chartOf(@Nullable QuoteRow row) {
        chart.show(row == null ? null : row.symbol());
        outage.choose(row == null ? null : row.symbol());
        portfolio.propose(row == null ? null : row.symbol());
        if (row != null) {
            book.entry(row.symbol()).ifPresent(chart::show);
        }
    }

    private void follow(Settings before, Settings now) {
        Destination from = Destination.of(before);
        Destination to = Destination.of(now);
        boolean otherServer = to.isOtherServerThan(from);
        if (otherServer) {
            // Before anything comes from it.
            alerts.moveTo(to.name());
        }
        if (!to.equals(from)) {
            to.reach(link);
        }
        if (otherServer) {
            // Prices of another market must not stand there as if they were this one's.
            book.retain(Set.of());
            watchlist.forget();
            trends.forget();
            quoteLines.forget();
            connection.forgetMarket();
            outage.forget();
            portfolio.forget();
            instruments.load();
            trades.reset();
            charts.reset();
        }
    }

    private Settings current() {
        return store.settings().get();
    }
}
