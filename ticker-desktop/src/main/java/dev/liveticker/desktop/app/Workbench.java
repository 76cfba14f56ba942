package dev.liveticker.desktop.app;

import dev.liveticker.desktop.alert.AlertsViewModel;
import dev.liveticker.desktop.chart.ChartViewModel;
import dev.liveticker.desktop.chart.Charts;
import dev.liveticker.desktop.command.PaletteViewModel;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.hint.HintsViewModel;
import dev.liveticker.desktop.outage.OutageViewModel;
import dev.liveticker.desktop.portfolio.PortfolioViewModel;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.desktop.settings.SettingsViewModel;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.desktop.tape.QuoteLines;
import dev.liveticker.desktop.tape.TapeViewModel;
import dev.liveticker.desktop.trade.TradesViewModel;
import dev.liveticker.desktop.trust.TrustViewModel;
import dev.liveticker.desktop.update.UpdateViewModel;
import dev.liveticker.desktop.watchlist.AddSymbolViewModel;
import dev.liveticker.desktop.watchlist.QuoteRow;
import dev.liveticker.desktop.watchlist.WatchlistViewModel;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Optional;
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

    private final SettingsStore store;
    private final UserFiles files;
    private final Intake intake;
    private final Features features;
    private final QuoteFlow flow;
    private final TransportTurn transports;
    private final ReadOnlyDoubleWrapper textScale = new ReadOnlyDoubleWrapper(1);
    /** Held, since such a view of a list is heard only as long as somebody holds it. */
    private final ObservableList<Symbol> listed;

    private boolean mini;

    /**
     * @param files what features keep; closed with the workbench
     * @param nanoClock monotonic nanoseconds
     * @param owner runs what arrives from other threads on the FX thread
     */
    Workbench(Backend backend, SettingsStore store, UserFiles files, LongSupplier nanoClock, Executor owner) {
        this.store = store;
        this.files = files;
        intake = Intake.of(backend, nanoClock);
        features = Features.of(intake, store, files, nanoClock, owner);
        flow = new QuoteFlow(intake, features);
        transports = new TransportTurn(intake.link(), store);
        listed = features.watchlist().symbols();
        introduce();
        store.settings().subscribe(this::follow);
        store.settings().subscribe((Settings now) -> {
            textScale.set(now.appearance().textScale());
            tape().follow(now.appearance().tape(), now.appearance().tapeSpeed());
            wantLines();
        });
    }

    /** Has them hear of each other. */
    private void introduce() {
        chart().symbol().subscribe(trades()::show);
        watchlist().selected().subscribe(this::chartOf);
        listed.subscribe(() -> quoteLines().symbols(List.copyOf(listed)));
        quoteLines().symbols(List.copyOf(listed));
    }

    /** What was wrong with the files of features, for people. */
    List<String> problems() {
        return files.problems();
    }

    WatchlistViewModel watchlist() {
        return features.watchlist();
    }

    AddSymbolViewModel addSymbol() {
        return features.addSymbol();
    }

    ChartViewModel chart() {
        return features.charts().main();
    }

    /** That chart, and those in windows of their own. */
    Charts charts() {
        return features.charts();
    }

    ConnectionViewModel connection() {
        return features.connection();
    }

    SettingsViewModel settings() {
        return features.settings();
    }

    TrustViewModel trust() {
        return features.trust();
    }

    OutageViewModel outage() {
        return features.outage();
    }

    AlertsViewModel alerts() {
        return features.alerts();
    }

    TradesViewModel trades() {
        return features.trades();
    }

    /** The symbol that alerts and trades are most likely wanted of. */
    Optional<Symbol> charted() {
        return Optional.ofNullable(chart().symbol().get());
    }

    PortfolioViewModel portfolio() {
        return features.portfolio();
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
        return features.quoteLines();
    }

    TapeViewModel tape() {
        return features.tape();
    }

    PaletteViewModel palette() {
        return features.palette();
    }

    HintsViewModel hints() {
        return features.hints();
    }

    /** Whether there is a newer version. */
    UpdateViewModel updates() {
        return features.updates();
    }

    /** How the windows were left. */
    Kept<WindowState> windows() {
        return features.windows();
    }

    /** Whether the small window shows, and so wants prices. */
    void miniShows(ObservableValue<Boolean> shows) {
        shows.subscribe(isShowing -> {
            mini = isShowing;
            wantLines();
        });
    }

    private void wantLines() {
        quoteLines().wanted(mini || tape().on().get());
    }

    /** Charts a symbol; one that is not on the watchlist is put there. */
    void goTo(Symbol symbol) {
        watchlist().add(symbol);
    }

    /** What is wrong with the server behind it, for people; once each. */
    Optional<String> remark() {
        return intake.link().remark();
    }

    /** Connects. */
    void start() {
        Destination.of(store.settings().get()).reach(intake.link());
    }

    /** Goes on with the next transport, in the order of their worth. */
    void switchTransport() {
        transports.next();
    }

    /** Brings the view models up to date. Called once a pulse. */
    void pulse(long nowNanos) {
        flow.pulse(nowNanos);
    }

    /** Says to the server what was put off, as long as it is there. Called on the FX thread, before {@link #close}. */
    void settle() {
        alerts().close();
    }

    /** Saves and lets go of everything. Callable from any thread. */
    @Override
    public void close() {
        store.close();
        files.close();
        intake.link().close();
    }

    private void chartOf(@Nullable QuoteRow row) {
        chart().show(row == null ? null : row.symbol());
        outage().choose(row == null ? null : row.symbol());
        portfolio().propose(row == null ? null : row.symbol());
        if (row != null) {
            intake.book().entry(row.symbol()).ifPresent(chart()::show);
        }
    }

    private void follow(Settings before, Settings now) {
        Destination from = Destination.of(before);
        Destination to = Destination.of(now);
        boolean otherServer = to.isOtherServerThan(from);
        if (otherServer) {
            // Before anything comes from it.
            alerts().moveTo(to.name());
            intake.inbox().leaveServer();
        }
        if (!to.equals(from)) {
            to.reach(intake.link());
        }
        if (otherServer) {
            flow.forget();
        }
    }
}
