package dev.liveticker.desktop.chart;

import dev.liveticker.model.Interval;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The canvas of the chart. Painted at most once a pulse, and only when something changed. */
final class ChartSurface extends Region {

    private static final StyleablePropertyFactory<ChartSurface> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> background =
            colour("chartBackground", "-chart-background", s -> s.background);
    private final StyleableProperty<Color> grid = colour("grid", "-chart-grid", s -> s.grid);
    private final StyleableProperty<Color> axis = colour("axis", "-chart-axis", s -> s.axis);
    private final StyleableProperty<Color> text = colour("text", "-chart-text", s -> s.text);
    private final StyleableProperty<Color> strong = colour("strong", "-chart-strong", s -> s.strong);
    private final StyleableProperty<Color> up = colour("up", "-chart-up", s -> s.up);
    private final StyleableProperty<Color> down = colour("down", "-chart-down", s -> s.down);
    private final StyleableProperty<Color> onAccent = colour("onAccent", "-chart-on-accent", s -> s.onAccent);
    private final StyleableProperty<Color> line = colour("line", "-chart-line", s -> s.line);

    private final ChartViewModel model;
    private final List<ChartLayer> layers;
    private final String family;
    private final ObservableDoubleValue textScale;
    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private @Nullable Painted painted;
    private @Nullable ChartGeometry geometry;
    private @Nullable ChartPicture picture;
    private @Nullable Point2D pointer;
    private @Nullable Point2D paintedPointer;

    /** What the picture on the canvas was made from. */
    private record Painted(long revision, long layers, Interval interval, double scale, ChartPicture.Canvas canvas) {}

    /**
     * @param family the font's
     * @param layers painted with the bars, in this order
     */
    ChartSurface(ChartViewModel model, String family, ObservableDoubleValue textScale, List<ChartLayer> layers) {
        this.model = model;
        this.family = family;
        this.textScale = textScale;
        this.layers = List.copyOf(layers);
        getStyleClass().add("chart-surface");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(canvas, overlay);
        canvas.setMouseTransparent(true);
        overlay.setMouseTransparent(true);
        setPickOnBounds(true);
        setCursor(Cursor.CROSSHAIR);
        setMinSize(200, 120);
        new ChartGestures(this, model).install();
    }

    /** Paints what changed since the last pulse. */
    void pulse() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        Painted wanted = wanted();
        ChartGeometry current = geometry;
        ChartPicture made = picture;
        if (made == null || current == null || !wanted.equals(painted)) {
            made = pictureFor(wanted, made);
            current = made.paint(canvas.getGraphicsContext2D(), wanted.canvas());
            picture = made;
            geometry = current;
            painted = wanted;
            paintOverlay(made, current, wanted.canvas().palette());
            model.look(current.first(), current.last());
        } else if (!Objects.equals(pointer, paintedPointer)) {
            paintOverlay(made, current, wanted.canvas().palette());
        }
    }

    /** Width of the prices, without their axis. */
    double plotWidth() {
        ChartGeometry current = geometry;
        return current == null ? getWidth() : current.layout().plotWidth();
    }

    /** The price at a height on the canvas, if prices are there. */
    Optional<BigDecimal> priceAt(double y) {
        ChartGeometry current = geometry;
        if (current == null
                || model.bars().isEmpty()
                || y < current.layout().priceTop()
                || y > current.layout().priceBottom()) {
            return Optional.empty();
        }
        return Optional.of(model.nearestPrice(current.prices().priceAt(y)));
    }

    /** Whether a place is on the price axis. */
    boolean isOnPriceAxis(double x, double y) {
        ChartGeometry current = geometry;
        return current != null
                && !model.bars().isEmpty()
                && x >= current.layout().plotWidth()
                && y >= current.layout().priceTop()
                && y <= current.layout().priceBottom();
    }

    /** Where the pointer is; absent when it left. */
    void point(@Nullable Point2D at) {
        pointer = at;
    }

    /**
     * The chart as it is, painted anew.
     *
     * @param scale pixels of the picture for each of the scene
     */
    WritableImage picture(double scale) {
        ChartPicture maker = pictureFor(wanted(), picture);
        ChartPicture.Canvas paper =
                new ChartPicture.Canvas(getWidth(), getHeight(), new PixelGrid(scale), palette(), line.getValue());
        Canvas bars = enlarged(scale);
        Canvas readOut = enlarged(scale);
        ChartGeometry made = maker.paint(bars.getGraphicsContext2D(), paper);
        maker.paintOverlay(readOut.getGraphicsContext2D(), made, paper.palette(), null);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(background.getValue());
        return new Group(bars, readOut).snapshot(parameters, null);
    }

    /** A canvas of so many pixels. One that is enlarged when it is painted already would be blurred. */
    private Canvas enlarged(double scale) {
        Canvas enlarged = new Canvas(getWidth() * scale, getHeight() * scale);
        enlarged.getGraphicsContext2D().scale(scale, scale);
        return enlarged;
    }

    /** What was painted last. */
    Optional<ChartGeometry> geometry() {
        return Optional.ofNullable(geometry);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    private Painted wanted() {
        double pixels = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
        long layersRevision = 0;
        for (ChartLayer layer : layers) {
            layersRevision += layer.revision();
        }
        return new Painted(
                model.revision(),
                layersRevision,
                model.preferences().get().interval(),
                textScale.get(),
                new ChartPicture.Canvas(getWidth(), getHeight(), new PixelGrid(pixels), palette(), line.getValue()));
    }

    private ChartPicture pictureFor(Painted wanted, @Nullable ChartPicture made) {
        Painted before = painted;
        if (made != null
                && before != null
                && before.interval() == wanted.interval()
                && before.scale() == wanted.scale()) {
            return made;
        }
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        TimeTicks times = new TimeTicks(ZoneId.systemDefault(), locale, wanted.interval());
        return new ChartPicture(model, layers, Lettering.of(family, wanted.scale()), times);
    }

    private void paintOverlay(ChartPicture made, ChartGeometry current, Palette palette) {
        Point2D at = pointer;
        boolean inside = at != null && current.layout().inPlot(at.getX(), at.getY());
        made.paintOverlay(overlay.getGraphicsContext2D(), current, palette, inside ? at : null);
        paintedPointer = at;
    }

    private Palette palette() {
        return new Palette(
                background.getValue(),
                grid.getValue(),
                axis.getValue(),
                text.getValue(),
                strong.getValue(),
                up.getValue(),
                down.getValue(),
                onAccent.getValue());
    }

    private StyleableProperty<Color> colour(
            String name, String css, java.util.function.Function<ChartSurface, StyleableProperty<Color>> property) {
        return STYLES.createStyleableColorProperty(this, name, css, property, Color.GRAY);
    }
}
