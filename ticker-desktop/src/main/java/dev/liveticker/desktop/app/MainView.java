package dev.liveticker.desktop.app;

import dev.liveticker.desktop.alert.AlertBell;
import dev.liveticker.desktop.alert.AlertsView;
import dev.liveticker.desktop.chart.ChartView;
import dev.liveticker.desktop.command.KeyNames;
import dev.liveticker.desktop.connection.ConnectionBar;
import dev.liveticker.desktop.outage.OutageMenu;
import dev.liveticker.desktop.outage.OutageStatus;
import dev.liveticker.desktop.portfolio.PortfolioView;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.ThemeChoice;
import dev.liveticker.desktop.tape.TapeView;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.trade.TradesView;
import dev.liveticker.desktop.update.UpdateNote;
import dev.liveticker.desktop.watchlist.AddSymbolBox;
import dev.liveticker.desktop.watchlist.ListFiles;
import dev.liveticker.desktop.watchlist.ListsBar;
import dev.liveticker.desktop.watchlist.ListsViewModel;
import dev.liveticker.desktop.watchlist.WatchlistView;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is in the main window: tool bar, watchlist and chart, status bar. At first it is the watchlist, and around it
 * the places of the others.
 */
final class MainView extends BorderPane {

    /** The watchlist's share of the width at first. */
    static final double DIVIDER = 0.57;

    /** More would leave no room for prices. */
    private static final int MOST_NOTICES = 5;

    private static final PseudoClass FLASHING = PseudoClass.getPseudoClass("flashing");

    private final Workbench workbench;
    private final Look look;
    private final LongSupplier nanoClock;
    private final Runnable openSettings;
    private final WatchlistView watchlist;
    private final ChartWindows chartWindows;
    private final LowerPane lower;
    private final TapeView tape;
    private final SplitPane split;
    /** Where chart and lists come. */
    private final StackPane beside = new StackPane();

    /** As high as it will be when something is in it, so that nothing below it moves then. */
    private final HBox toolBar = new HBox();

    private final VBox notices = new VBox();
    private final Tab alertsTab;
    private final PricesAlone pricesAlone = new PricesAlone();
    private @Nullable AddSymbolBox addBox;
    private @Nullable ChartView chart;
    private @Nullable AlertsView alerts;
    private @Nullable PortfolioView portfolio;

    MainView(Workbench workbench, Look look, LongSupplier nanoClock, Runnable openSettings) {
        this.workbench = workbench;
        this.look = look;
        this.nanoClock = nanoClock;
        this.openSettings = openSettings;
        watchlist = new WatchlistView(workbench.watchlist(), workbench.textScale());
        watchlist.onAlert(symbol -> alertAt(symbol, null));
        chartWindows = new ChartWindows(workbench.charts(), workbench.textScale(), this::notice);
        chartWindows.hooks(hooks -> hooks.withAlertAt(this::alertAt));
        lower = new LowerPane(workbench.textScale());
        split = new SplitPane(watchlist, beside);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(DIVIDER);
        SplitPane.setResizableWithParent(watchlist, true);
        getStyleClass().add("main-view");
        notices.getStyleClass().add("notices");
        Tab trades = lower.add("trades", Texts.of("trade.title"), () -> new TradesView(workbench.trades()));
        lower.inSight(trades).subscribe(workbench.trades()::shown);
        alertsTab = lower.add("alerts", Texts.of("alert.title"), this::alerts);
        tape = new TapeView(workbench.tape(), nanoClock, Fonts.FAMILY, workbench.textScale());
        toolBar.getStyleClass().add("main-tool-bar");
        toolBar.setAlignment(Pos.CENTER_LEFT);
        setTop(new VBox(toolBar, tape, notices));
        setCenter(split);
        Region statusBar = new Region();
        statusBar.getStyleClass().add("connection-bar");
        setBottom(statusBar);
        workbench.outage().onTrouble(this::notice);
        lower.add("portfolio", Texts.of("portfolio.title"), this::newPortfolio);
        workbench
                .store()
                .settings()
                .subscribe((Settings settings) -> pseudoClassStateChanged(FLASHING, settings.flash()));
    }

    /** Types where symbols are added. */
    void focusAdding() {
        join();
        Objects.requireNonNull(addBox).focusField();
    }

    WatchlistView watchlist() {
        return watchlist;
    }

    private PortfolioView newPortfolio() {
        PortfolioView made = new PortfolioView(workbench.portfolio(), workbench.textScale());
        portfolio = made;
        return made;
    }

    /** Whether the keyboard is where there are changes of its own to undo: in the portfolio or among the alerts. */
    boolean undoesElsewhere() {
        return (alerts != null && alerts.holdsFocus())
                || (portfolio != null
                        && getScene() != null
                        && portfolio.holds(getScene().getFocusOwner()));
    }

    SplitPane split() {
        return split;
    }

    LowerPane lower() {
        return lower;
    }

    /** Opens files and links here. */
    Opener opener() {
        ListsViewModel lists = new ListsViewModel(workbench.watchlist());
        return new Opener(lists, new ListFiles(lists, Platform::runLater), this::notice);
    }

    /** Whether a node belongs to the chart. */
    boolean isChart(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(chart)) {
                return true;
            }
        }
        return false;
    }

    /** Paints what changed. Called once a pulse while it is in view. */
    void pulse() {
        workbench.remark().ifPresent(this::notice);
        if (pricesAlone.endWith(workbench.watchlist()::anyQuoted)) {
            join();
        }
        if (chart == null) {
            FirstFrame.stir(beside);
        } else {
            chart.pulse();
        }
        tape.pulse();
    }

    /** Makes all that the first prices do not wait for, once, and puts it around them. */
    private void join() {
        if (chart != null) {
            return;
        }
        chart = chartWindows.viewOf(workbench.chart());
        beside.setOpacity(1);
        watchlist.complete();
        beside.getChildren().add(lower.below(chart));
        fillToolBar();
        setBottom(newStatusBar());
    }

    /** Charts in windows of their own. */
    ChartWindows chartWindows() {
        return chartWindows;
    }

    /** Says something that stays until it is put away, or until so much else was said; never twice at the same time. */
    void notice(String text) {
        boolean shown = notices.getChildren().stream().anyMatch(notice -> text.equals(notice.getUserData()));
        if (shown) {
            return;
        }
        Label label = new Label(text, new FontIcon(Feather.ALERT_TRIANGLE));
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        Button close = iconButton(Feather.X, Texts.of("notice.close"));
        HBox notice = new HBox(label, close);
        notice.setUserData(text);
        notice.getStyleClass().add("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        close.setOnAction(event -> notices.getChildren().remove(notice));
        notices.getChildren().add(notice);
        if (notices.getChildren().size() > MOST_NOTICES) {
            notices.getChildren().removeFirst();
        }
    }

    /**
     * Opens the form for an alert.
     *
     * @param price to cross; absent for one to be typed
     */
    void alertAt(Symbol symbol, @Nullable BigDecimal price) {
        lower.getSelectionModel().select(alertsTab);
        workbench.alerts().create(symbol, price);
    }

    /** Shows which alerts fired. */
    void showFired() {
        lower.getSelectionModel().select(alertsTab);
        alerts().showFired();
    }

    /** From light to dark or back. */
    void toggleTheme() {
        ThemeChoice other = look.dark().get() ? ThemeChoice.LIGHT : ThemeChoice.DARK;
        workbench.store().change(settings -> settings.withTheme(other));
    }

    private void openPage(URI page) {
        WebBrowser.open(page, () -> Platform.runLater(() -> notice(Texts.of("update.failed", page.toString()))));
    }

    private AlertsView alerts() {
        if (alerts == null) {
            AlertsView made = new AlertsView(workbench.alerts(), nanoClock, workbench::charted, workbench.textScale());
            lower.inView(alertsTab).subscribe(made::inSight);
            alerts = made;
        }
        return alerts;
    }

    private ConnectionBar newStatusBar() {
        ConnectionBar status = new ConnectionBar(workbench.connection(), openSettings, workbench.trust()::ask);
        status.add(new UpdateNote(workbench.updates(), this::openPage));
        status.add(new OutageStatus(workbench.outage()));
        return status;
    }

    private void fillToolBar() {
        AddSymbolBox adding = new AddSymbolBox(workbench.addSymbol(), workbench.textScale());
        addBox = adding;
        Button theme = iconButton(Feather.MOON, Texts.of("toolbar.theme"));
        theme.setId("toggle-theme");
        theme.setOnAction(event -> toggleTheme());
        look.dark().subscribe(dark -> theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON)));
        Button settings = iconButton(Feather.SETTINGS, Texts.of("toolbar.settings"));
        settings.setId("open-settings");
        settings.setOnAction(event -> openSettings.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ListsBar lists = new ListsBar(
                new ListsViewModel(workbench.watchlist()),
                watchlist::columns,
                number -> KeyNames.of("Shortcut+" + number),
                Platform::runLater);
        AlertBell bell = new AlertBell(workbench.alerts(), this::showFired);
        toolBar.getChildren().setAll(adding, lists, gap, new OutageMenu(workbench.outage()), theme, bell, settings);
    }

    private static Button iconButton(Feather icon, String text) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        return button;
    }
}
