package dev.liveticker.desktop.tape;

import dev.liveticker.desktop.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The tape on one canvas, painted when it has moved by a pixel or says something else, and never laid out meanwhile.
 * The keyboard passes it by: what it shows stands in the watchlist, and what its menu does are commands.
 */
public final class TapeView extends Region {

    private static final StyleablePropertyFactory<TapeView> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> symbol = colour("symbol", "-tape-symbol", view -> view.symbol);
    private final StyleableProperty<Color> price = colour("price", "-tape-price", view -> view.price);
    private final StyleableProperty<Color> up = colour("up", "-tape-up", view -> view.up);
    private final StyleableProperty<Color> down = colour("down", "-tape-down", view -> view.down);
    private final StyleableProperty<Color> stale = colour("stale", "-tape-stale", view -> view.stale);

    private final TapeViewModel model;
    private final LongSupplier nanoClock;
    private final String family;
    private final ObservableDoubleValue textScale;
    private final Canvas canvas = new Canvas();
    private TapePen pen;
    private double penScale;
    private @Nullable Painted painted;

    /** What the picture on the canvas was made from, besides where the tape is. */
    private record Painted(long revision, double width, double height, TapePen.Inks inks) {}

    /**
     * @param nanoClock monotonic nanoseconds
     * @param family the font's
     */
    public TapeView(TapeViewModel model, LongSupplier nanoClock, String family, ObservableDoubleValue textScale) {
        this.model = model;
        this.nanoClock = nanoClock;
        this.family = family;
        this.textScale = textScale;
        penScale = textScale.get();
        pen = new TapePen(family, penScale);
        setId("tape");
        getStyleClass().add("tape");
        getChildren().add(canvas);
        canvas.setManaged(false);
        setCursor(Cursor.HAND);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(Texts.of("tape.title"));
        visibleProperty().bind(model.on());
        managedProperty().bind(model.on());
        TapeMenu menu = new TapeMenu(model);
        model.held().bind(hoverProperty().or(menu.showingProperty()));
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                model.click(event.getX());
            }
        });
        setOnScroll(event -> {
            model.push(event.getDeltaX() == 0 ? -event.getDeltaY() : -event.getDeltaX());
            event.consume();
        });
    }

    /** Moves and paints it. Called once a pulse; without cost while it is off. */
    public void pulse() {
        if (!model.on().get() || getScene() == null || getScene().getWindow() == null || getWidth() <= 0) {
            return;
        }
        boolean rewritten = pen();
        double pixel = 1 / getScene().getWindow().getRenderScaleX();
        boolean moved = model.pulse(nanoClock.getAsLong(), penScale, pixel, getWidth(), pen::width);
        Painted wanted = new Painted(model.revision(), getWidth(), getHeight(), inks());
        if (moved || rewritten || !Objects.equals(wanted, painted)) {
            paint(wanted);
            painted = wanted;
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    /** @return whether it is another one, because text is larger or smaller now */
    private boolean pen() {
        if (penScale == textScale.get()) {
            return false;
        }
        penScale = textScale.get();
        pen = new TapePen(family, penScale);
        model.remeasure();
        return true;
    }

    private void paint(Painted wanted) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, wanted.width(), wanted.height());
        double middle = Math.round(wanted.height() / 2);
        for (TapeStrip.Placed placed : model.placed()) {
            pen.write(g, wanted.inks(), placed, middle, model.isLive());
        }
    }

    private TapePen.Inks inks() {
        return new TapePen.Inks(symbol.getValue(), price.getValue(), up.getValue(), down.getValue(), stale.getValue());
    }

    private StyleableProperty<Color> colour(
            String name, String css, Function<TapeView, StyleableProperty<Color>> property) {
        return STYLES.createStyleableColorProperty(this, name, css, property, Color.GRAY);
    }
}
