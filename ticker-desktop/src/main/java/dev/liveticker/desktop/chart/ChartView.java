package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chart of one symbol with its header; while there is nothing to see, it says why. */
public final class ChartView extends VBox {

    private final ChartViewModel model;
    private final ChartSurface surface;
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Button retry = new Button(Texts.of("chart.retry"));

    /** @param fontFamily for what is painted */
    public ChartView(ChartViewModel model, String fontFamily) {
        this.model = model;
        this.surface = new ChartSurface(model, fontFamily);
        getStyleClass().add("chart-pane");
        StackPane stage = new StackPane(surface, emptyState());
        VBox.setVgrow(stage, Priority.ALWAYS);
        ChartHeader header = new ChartHeader(model);
        header.visibleProperty().bind(model.symbol().isNotNull());
        getChildren().addAll(header, stage);
        surface.setId("chart");
        surface.setFocusTraversable(true);
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        surface.setOnMousePressed(event -> surface.requestFocus());
        model.symbol()
                .subscribe(symbol -> surface.setAccessibleText(
                        symbol == null ? Texts.of("chart.title") : Texts.of("chart.titled", symbol.text())));
        setMinWidth(320);
    }

    /** Paints what changed. Called once a pulse. */
    public void pulse() {
        surface.pulse();
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

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> surface.pan(5);
            case RIGHT -> surface.pan(-5);
            case PLUS, ADD, EQUALS -> surface.zoom(1);
            case MINUS, SUBTRACT -> surface.zoom(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
