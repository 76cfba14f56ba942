package dev.liveticker.desktop.app;

import dev.liveticker.desktop.chart.ChartView;
import dev.liveticker.desktop.connection.ConnectionBar;
import dev.liveticker.desktop.outage.OutageMenu;
import dev.liveticker.desktop.outage.OutageStatus;
import dev.liveticker.desktop.portfolio.PortfolioView;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.ThemeChoice;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.watchlist.AddSymbolBox;
import dev.liveticker.desktop.watchlist.WatchlistView;
import java.util.function.LongSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is in the main window: tool bar, watchlist and chart, status bar. */
final class MainView extends BorderPane {

    /** The watchlist's share of the width at first. */
    static final double DIVIDER = 0.57;

    private static final PseudoClass FLASHING = PseudoClass.getPseudoClass("flashing");

    private final Workbench workbench;
    private final Look look;
    private final Runnable openSettings;
    private final AddSymbolBox addBox;
    private final WatchlistView watchlist;
    private final ChartView chart;
    private final LowerPane lower = new LowerPane();
    private final SplitPane split;
    private final VBox notices = new VBox();
    private final PortfolioView portfolio;

    MainView(Workbench workbench, Look look, LongSupplier nanoClock, Runnable openSettings) {
        this.workbench = workbench;
        this.look = look;
        this.openSettings = openSettings;
        addBox = new AddSymbolBox(workbench.addSymbol());
        watchlist = new WatchlistView(workbench.watchlist(), nanoClock);
        chart = new ChartView(workbench.chart(), Fonts.FAMILY);
        split = new SplitPane(watchlist, lower.below(chart));
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(DIVIDER);
        SplitPane.setResizableWithParent(watchlist, true);
        getStyleClass().add("main-view");
        notices.getStyleClass().add("notices");
        setTop(new VBox(toolBar(), notices));
        setCenter(split);
        ConnectionBar status = new ConnectionBar(workbench.connection(), openSettings, workbench.trust()::ask);
        status.add(new OutageStatus(workbench.outage()));
        setBottom(status);
        workbench.outage().onTrouble(this::notice);
        portfolio = new PortfolioView(workbench.portfolio(), workbench.textScale());
        lower.add("portfolio", Texts.of("portfolio.title"), portfolio);
        workbench
                .store()
                .settings()
                .subscribe((Settings settings) -> pseudoClassStateChanged(FLASHING, settings.flash()));
    }

    AddSymbolBox addBox() {
        return addBox;
    }

    WatchlistView watchlist() {
        return watchlist;
    }

    PortfolioView portfolio() {
        return portfolio;
    }

    SplitPane split() {
        return split;
    }

    /** Paints what changed. Called once a pulse. */
    void pulse() {
        chart.pulse();
    }

    /** Says something that stays until it is put away; never twice at the same time. */
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
    }

    /** From light to dark or back. */
    void toggleTheme() {
        ThemeChoice other = look.dark().get() ? ThemeChoice.LIGHT : ThemeChoice.DARK;
        workbench.store().change(settings -> settings.withTheme(other));
    }

    private HBox toolBar() {
        Button theme = iconButton(Feather.MOON, Texts.of("toolbar.theme"));
        theme.setId("toggle-theme");
        theme.setOnAction(event -> toggleTheme());
        look.dark().subscribe(dark -> theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON)));
        Button settings = iconButton(Feather.SETTINGS, Texts.of("toolbar.settings"));
        settings.setId("open-settings");
        settings.setOnAction(event -> openSettings.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(addBox, gap, new OutageMenu(workbench.outage()), theme, settings);
        bar.getStyleClass().add("main-tool-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
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
