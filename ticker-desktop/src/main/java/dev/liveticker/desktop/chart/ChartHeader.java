package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.fit.LetterSize;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.message.Quote;
import java.math.BigDecimal;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Above the chart: whose it is, the newest price, and the figures of the session. */
final class ChartHeader extends VBox {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    /** At a usual size of text; holds any label with 500,000.00 beside it. */
    private static final double FIGURE_WIDTH = 114;

    private final ChartViewModel model;
    private final ObservableDoubleValue textScale;
    private final FlowPane figures = new FlowPane();
    private final Label symbol = label("instrument-symbol");
    private final Label name = label("instrument-name");
    private final Label last = label("instrument-last");
    private final Label change = label("instrument-change");
    private final Label open = label("figure-value");
    private final Label high = label("figure-value");
    private final Label low = label("figure-value");
    private final Label previous = label("figure-value");
    private final Label bid = label("figure-value");
    private final Label ask = label("figure-value");
    private final Label spread = label("figure-value");
    private final Label volume = label("figure-value");
    private final HBox line = new HBox();
    private final HBox secondLine = new HBox();
    private final Region gap = growing();
    private String changeInFull = "";
    private String changeInBrief = "";

    ChartHeader(ChartViewModel model, ObservableDoubleValue textScale) {
        this.model = model;
        this.textScale = textScale;
        getStyleClass().add("instrument-header");
        getChildren().addAll(headline(), secondLine, figures);
        fillFigures();
        symbol.setId("instrument-symbol");
        model.symbol().subscribe(shown -> symbol.setText(shown == null ? "" : shown.text()));
        name.textProperty().bind(model.name());
        model.quote().subscribe(this::show);
        model.name().subscribe(() -> show(model.quote().get()));
        model.live().subscribe(live -> pseudoClassStateChanged(STALE, !live));
    }

    private HBox headline() {
        symbol.setMinWidth(Region.USE_PREF_SIZE);
        last.setMinWidth(Region.USE_PREF_SIZE);
        change.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(0);
        line.getChildren().addAll(symbol, name, gap, last, change);
        line.getStyleClass().add("headline");
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setMinWidth(0);
        secondLine.getStyleClass().add("headline");
        secondLine.setAlignment(Pos.BASELINE_LEFT);
        secondLine.setMinWidth(0);
        show(secondLine, false);
        line.widthProperty().subscribe(this::fit);
        // With other text sizes too.
        LetterSize.follow(symbol, this::fit);
        return line;
    }

    /**
     * Where there is too little room, the name gives way first, then the change in money. Where not even the one in per
     * cent has room beside the price, it stands below it, and the name below the symbol.
     */
    private void fit() {
        double room = line.getWidth() - symbol.prefWidth(-1) - last.prefWidth(-1) - 3 * line.getSpacing();
        change.setText(changeInFull);
        boolean ample = change.prefWidth(-1) + line.getSpacing() <= room;
        if (!ample) {
            change.setText(changeInBrief);
        }
        boolean two = line.getWidth() > 0 && change.prefWidth(-1) > room;
        stack(two);
        if (two) {
            change.setText(changeInFull);
            if (change.prefWidth(-1) > line.getWidth()) {
                change.setText(changeInBrief);
            }
        }
        show(name, ample || two);
    }

    private void stack(boolean two) {
        if (secondLine.isManaged() == two) {
            return;
        }
        if (two) {
            line.getChildren().setAll(symbol, gap, last);
            secondLine.getChildren().setAll(name, growing(), change);
        } else {
            secondLine.getChildren().clear();
            line.getChildren().setAll(symbol, name, gap, last, change);
        }
        show(secondLine, two);
        // A very long one is shortened before the price is.
        symbol.setMinWidth(two ? 0 : Region.USE_PREF_SIZE);
    }

    private static Region growing() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static void show(Region part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    /** Whether there is room for the figures of the session. */
    void showFigures(boolean wanted) {
        figures.setVisible(wanted);
        figures.setManaged(wanted);
    }

    /** In columns of one width, as many as there is room for: the same for every symbol, so that nothing moves. */
    private void fillFigures() {
        figures.getStyleClass().add("figures");
        figures.setMinWidth(0);
        figures.getChildren()
                .addAll(
                        figure(Texts.of("figure.open"), open),
                        figure(Texts.of("figure.high"), high),
                        figure(Texts.of("figure.low"), low),
                        figure(Texts.of("figure.previous"), previous),
                        figure(Texts.of("figure.bid"), bid),
                        figure(Texts.of("figure.ask"), ask),
                        figure(Texts.of("figure.spread"), spread),
                        figure(Texts.of("figure.volume"), volume));
    }

    private HBox figure(String title, Label value) {
        Label label = label("figure-label");
        label.setText(title);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(value);
        value.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox figure = new HBox(label, gap, value);
        figure.setSpacing(4);
        textScale.subscribe(() -> figure.setPrefWidth(FIGURE_WIDTH * textScale.get()));
        return figure;
    }

    private void show(@Nullable Quote quote) {
        PriceFormat format = model.format();
        last.setText(quote == null ? "" : price(format, quote.last()));
        open.setText(quote == null ? "" : price(format, quote.open()));
        high.setText(quote == null ? "" : price(format, quote.high()));
        low.setText(quote == null ? "" : price(format, quote.low()));
        previous.setText(quote == null ? "" : price(format, quote.previousClose()));
        bid.setText(quote == null ? "" : price(format, quote.bid()));
        ask.setText(quote == null ? "" : price(format, quote.ask()));
        spread.setText(
                quote == null || quote.bid() == null || quote.ask() == null
                        ? absent(quote)
                        : format.price(quote.ask().subtract(quote.bid())));
        volume.setText(quote == null || quote.volume() == null ? absent(quote) : Quantity.brief(quote.volume()));
        showChange(format, quote);
        fit();
    }

    private void showChange(PriceFormat format, @Nullable Quote quote) {
        BigDecimal difference = quote == null ? null : quote.change();
        BigDecimal share = quote == null ? null : quote.changePercent();
        if (difference == null || share == null) {
            changeInFull = "";
            changeInBrief = "";
            return;
        }
        String arrow = difference.signum() == 0 ? "" : difference.signum() > 0 ? "\u25B2 " : "\u25BC ";
        String percent = PriceFormat.percent(share);
        changeInFull = arrow + format.price(difference.abs()) + "  (" + percent + ")";
        changeInBrief = arrow + percent;
        pseudoClassStateChanged(UP, difference.signum() > 0);
        pseudoClassStateChanged(DOWN, difference.signum() < 0);
    }

    private static String price(PriceFormat format, @Nullable BigDecimal price) {
        return price == null ? Texts.of("figure.absent") : format.price(price);
    }

    private static String absent(@Nullable Quote quote) {
        return quote == null ? "" : Texts.of("figure.absent");
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
