package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The chart of one symbol with its header; while there is nothing to see, it says why. */
public final class ChartView extends VBox {

    /** At a usual size of text: below, the figures of the session leave their place to the chart. */
    private static final double ROOM_FOR_FIGURES = 430;

    private final ChartViewModel model;
    private final ChartHeader header;
    private final ChartToolBar toolBar;
    private final ChartSurface surface;
    /** Of its own, bound weakly: what is shared outlives the charts whose windows are closed. */
    private final ReadOnlyDoubleWrapper textScale = new ReadOnlyDoubleWrapper();

    private final ChartRemark remark = new ChartRemark();
    /** Made once, since each hears of the chart. */
    private final List<MenuItem> exports = new ArrayList<>();

    private final Label title = new Label();
    private final Label hint = new Label();
    private final Button retry = new Button(Texts.of("chart.retry"));

    /**
     * With what is painted and chosen besides the bars.
     *
     * @param fontFamily for what is painted
     * @param textScale how large text is against the usual
     * @param export takes along the chart given
     */
    public ChartView(
            ChartViewModel model,
            String fontFamily,
            ObservableDoubleValue textScale,
            ChartHooks hooks,
            Studies studies,
            Function<ChartPrint, ChartExport> export) {
        this(model, fontFamily, textScale, hooks, studies.layers());
        studies.onPercentBase(model::percentBase);
        ChartExport exported = export.apply(new Print());
        toolBar.add(new StudyBar(studies, exported));
        exports.addAll(exported.items());
    }

    /** @param layers painted with the bars */
    ChartView(
            ChartViewModel model,
            String fontFamily,
            ObservableDoubleValue textScale,
            ChartHooks hooks,
            List<ChartLayer> layers) {
        this.model = model;
        this.textScale.bind(textScale);
        this.surface = new ChartSurface(model, fontFamily, this.textScale, layers);
        this.header = new ChartHeader(model, this.textScale);
        this.toolBar = new ChartToolBar(model, hooks, this.textScale);
        getStyleClass().add("chart-pane");
        StackPane stage = new StackPane(surface, emptyState(), remark);
        StackPane.setAlignment(remark, Pos.BOTTOM_CENTER);
        stage.setMinHeight(0);
        VBox.setVgrow(stage, Priority.ALWAYS);
        header.visibleProperty().bind(model.symbol().isNotNull());
        toolBar.visibleProperty().bind(model.symbol().isNotNull());
        getChildren().addAll(header, toolBar, stage);
        surface.setId("chart");
        new ChartMenu(surface, model, hooks, exports).install();
        model.symbol()
                .subscribe(symbol -> surface.setAccessibleText(
                        symbol == null ? Texts.of("chart.title") : Texts.of("chart.titled", symbol.text())));
        heightProperty().subscribe(this::fit);
        this.textScale.subscribe(this::fit);
        setMinWidth(320);
    }

    /** Paints what changed. Called once a pulse. */
    public void pulse() {
        surface.pulse();
    }

    /** Shows every bar that is there. */
    public void showAll() {
        model.showAll(surface.plotWidth());
    }

    ChartToolBar toolBar() {
        return toolBar;
    }

    private void fit() {
        header.showFigures(getHeight() >= ROOM_FOR_FIGURES * textScale.get());
    }

    private VBox emptyState() {
        title.getStyleClass().add("empty-title");
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        retry.setOnAction(event -> model.load());
        retry.getStyleClass().add("small");
        VBox box = new VBox(title, hint, retry);
        box.getStyleClass().add("empty-state");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        model.stage().subscribe(stage -> show(box, stage));
        return box;
    }

    private void show(VBox box, ChartViewModel.Stage stage) {
        box.setVisible(stage != ChartViewModel.Stage.READY);
        retry.setVisible(stage == ChartViewModel.Stage.FAILED);
        switch (stage) {
            case EMPTY -> say(Texts.of("chart.empty.title"), Texts.of("chart.empty.hint"));
            case LOADING -> say("", Texts.of("chart.loading"));
            case FAILED ->
                say(
                        Texts.of("chart.failed", model.symbol().get().text()),
                        model.failure().get());
            case QUIET -> say(Texts.of("chart.quiet.title"), Texts.of("chart.quiet.hint"));
            case READY -> say("", "");
        }
    }

    private void say(String heading, String detail) {
        title.setText(heading);
        hint.setText(detail);
    }

    /** What an export needs of it. */
    private final class Print implements ChartPrint {

        @Override
        public WritableImage picture(double scale) {
            return surface.picture(scale);
        }

        @Override
        public Window window() {
            return surface.getScene().getWindow();
        }

        @Override
        public void say(String words) {
            remark.say(words);
        }
    }
}
