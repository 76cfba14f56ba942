package dev.liveticker.desktop.app;

import dev.liveticker.desktop.chart.ChartExport;
import dev.liveticker.desktop.chart.ChartHooks;
import dev.liveticker.desktop.chart.ChartView;
import dev.liveticker.desktop.chart.ChartViewModel;
import dev.liveticker.desktop.chart.Charts;
import dev.liveticker.desktop.chart.Studies;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Charts in windows of their own. They go on while the main window is minimised, or the small one stands in its place.
 * Belongs to the FX thread.
 */
final class ChartWindows {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 520;
    private static final double LEAST_WIDTH = 380;
    private static final double LEAST_HEIGHT = 320;

    /** One window stands so far from the one before. */
    private static final double STEP = 28;

    private final Charts charts;
    private final ObservableDoubleValue textScale;
    private final Consumer<String> notice;
    private final Map<Stage, ChartView> open = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper inView = new ReadOnlyBooleanWrapper();
    private UnaryOperator<ChartHooks> hooks = UnaryOperator.identity();

    /** @param notice told, in words for people, why there is no window */
    ChartWindows(Charts charts, ObservableDoubleValue textScale, Consumer<String> notice) {
        this.charts = charts;
        this.textScale = textScale;
        this.notice = notice;
    }

    /** What else every chart's hooks shall be: those of charts opened from now on. */
    void hooks(UnaryOperator<ChartHooks> more) {
        hooks = more;
    }

    /** The hooks of a chart, with the one that opens another window of the same. */
    ChartHooks hooksOf(ChartViewModel chart) {
        return hooks.apply(ChartHooks.none().withDetach(() -> detach(chart)));
    }

    /** A view of a chart with all that goes with it. */
    ChartView viewOf(ChartViewModel chart) {
        Studies studies = charts.studies(chart);
        return new ChartView(
                chart,
                Fonts.FAMILY,
                textScale,
                hooksOf(chart),
                studies,
                print ->
                        new ChartExport(print, chart, studies, Thread::startVirtualThread, Platform::runLater, notice));
    }

    /** Opens another window of the same. */
    void detach(ChartViewModel from) {
        charts.detach(from).ifPresentOrElse(this::show, () -> {
            if (from.symbol().get() != null) {
                notice.accept(Texts.of("chart.windows.full", String.valueOf(Charts.MOST_DETACHED)));
            }
        });
    }

    /** Whether any of them can be seen. */
    ReadOnlyBooleanProperty inView() {
        return inView.getReadOnlyProperty();
    }

    /** Paints what changed. Called once a pulse. */
    void pulse() {
        open.forEach((stage, view) -> {
            if (!stage.isIconified()) {
                view.pulse();
            }
        });
    }

    void closeAll() {
        List.copyOf(open.keySet()).forEach(Stage::hide);
    }

    private void show(ChartViewModel chart) {
        ChartView view = viewOf(chart);
        StackPane root = new StackPane(view);
        root.getStyleClass().add("chart-window");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Stage stage = new Stage();
        scene.getAccelerators().put(KeyCombination.keyCombination("Shortcut+W"), stage::close);
        Symbol symbol = chart.symbol().get();
        stage.setTitle(Texts.of("chart.window.title", symbol.text()));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        place(stage);
        stage.setOnHidden(event -> {
            open.remove(stage);
            charts.close(chart);
            lookAround();
        });
        open.put(stage, view);
        stage.iconifiedProperty().subscribe((before, now) -> lookAround());
        stage.show();
        lookAround();
    }

    private void lookAround() {
        inView.set(open.keySet().stream().anyMatch(stage -> !stage.isIconified()));
    }

    private void place(Stage stage) {
        if (!open.isEmpty()) {
            Stage before = List.copyOf(open.keySet()).getLast();
            stage.setX(before.getX() + STEP);
            stage.setY(before.getY() + STEP);
        }
    }
}
