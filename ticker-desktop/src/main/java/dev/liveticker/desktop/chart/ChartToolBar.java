package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which bars the chart shows and how it draws them. Where there is little room, choices go behind buttons. */
final class ChartToolBar extends HBox {

    /** At a usual size of text, so wide that kinds stand side by side; and so wide that intervals do. */
    private static final double ROOM_FOR_KINDS = 440;

    private static final double ROOM_FOR_INTERVALS = 330;

    /** Below, what the chart's menu has too gives way. */
    private static final double ROOM_FOR_LOGARITHMIC = 220;

    private static final double ROOM_FOR_DETACH = 180;

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final ObservableDoubleValue textScale;
    private final Segments<Interval> intervals;
    private final Segments<ChartKind> kinds;
    private final ToggleButton logarithmic = new ToggleButton(Texts.of("chart.logarithmic"));
    private final Region gap = new Region();
    private final List<Node> added = new ArrayList<>();
    private Optional<Button> detach = Optional.empty();

    ChartToolBar(ChartViewModel model, ChartHooks hooks, ObservableDoubleValue textScale) {
        this.textScale = textScale;
        intervals = new Segments<>("chart-interval", Texts.of("chart.interval"), intervalOptions(), model::interval);
        kinds = new Segments<>("chart-kind", Texts.of("chart.kind"), kindOptions(), model::kind);
        logarithmic.setId("chart-logarithmic");
        logarithmic.getStyleClass().addAll("small", "segment");
        logarithmic.setMinWidth(Region.USE_PREF_SIZE);
        logarithmic.setAccessibleText(Texts.of("chart.logarithmic.name"));
        logarithmic.setTooltip(new Tooltip(Texts.of("chart.logarithmic.name")));
        logarithmic.setOnAction(event -> model.logarithmic(logarithmic.isSelected()));
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("chart-tool-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getChildren().addAll(intervals, kinds, logarithmic, gap);
        hooks.detach().ifPresent(run -> {
            detach = Optional.of(detachButton(run));
            getChildren().add(detach.get());
        });
        model.preferences().subscribe(this::show);
        widthProperty().subscribe(this::fit);
        textScale.subscribe(this::fit);
    }

    /** Adds a control before the right end's. */
    void add(Node control) {
        added.add(control);
        getChildren().add(getChildren().indexOf(gap), control);
        fit();
    }

    private void show(ChartPreferences preferences) {
        intervals.show(preferences.interval());
        kinds.show(preferences.kind());
        logarithmic.setSelected(preferences.logarithmic());
    }

    private void fit() {
        double taken =
                added.stream().mapToDouble(control -> control.prefWidth(-1)).sum();
        double width = (getWidth() - taken) / textScale.get();
        kinds.compact(width < ROOM_FOR_KINDS);
        intervals.compact(width < ROOM_FOR_INTERVALS);
        show(logarithmic, width >= ROOM_FOR_LOGARITHMIC);
        detach.ifPresent(button -> show(button, width >= ROOM_FOR_DETACH));
        pseudoClassStateChanged(TIGHT, width < ROOM_FOR_DETACH);
    }

    private static void show(Node control, boolean wanted) {
        control.setVisible(wanted);
        control.setManaged(wanted);
    }

    private static Button detachButton(Runnable detach) {
        Button button = new Button("", new FontIcon(Feather.EXTERNAL_LINK));
        button.setId("chart-detach");
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(Texts.of("chart.detach"));
        button.setTooltip(new Tooltip(Texts.of("chart.detach")));
        button.setOnAction(event -> detach.run());
        return button;
    }

    private static List<Segments.Option<Interval>> intervalOptions() {
        List<Segments.Option<Interval>> options = new ArrayList<>();
        for (Interval interval : Interval.values()) {
            String name = switch (interval) {
                case ONE_MINUTE -> Texts.of("chart.interval.minute");
                case FIVE_MINUTES -> Texts.of("chart.interval.fiveMinutes");
                case FIFTEEN_MINUTES -> Texts.of("chart.interval.fifteenMinutes");
                case ONE_HOUR -> Texts.of("chart.interval.hour");
                case ONE_DAY -> Texts.of("chart.interval.day");
            };
            String id = "chart-interval-" + interval.code();
            options.add(new Segments.Option<>(interval, id, interval.code(), name, ""));
        }
        return options;
    }

    private static List<Segments.Option<ChartKind>> kindOptions() {
        return Arrays.stream(ChartKind.values())
                .map(kind -> {
                    String name = switch (kind) {
                        case CANDLES -> Texts.of("chart.kind.candles");
                        case BARS -> Texts.of("chart.kind.bars");
                        case LINE -> Texts.of("chart.kind.line");
                        case AREA -> Texts.of("chart.kind.area");
                    };
                    return new Segments.Option<>(
                            kind, "chart-kind-" + kind.code(), "", name, "chart-icon-" + kind.code());
                })
                .toList();
    }
}
