package dev.liveticker.desktop.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The canvas of the chart. Painted at most once a pulse, and only when something changed. */
final class ChartSurface extends Region {

    private static final StyleablePropertyFactory<ChartSurface> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final double FONT_SIZE = 11.5;
    private static final double ZOOM_A_NOTCH = 1.15;
    private static final double LEAST_GUTTER = 62;

    private final StyleableProperty<Color> background =
            colour("chartBackground", "-chart-background", s -> s.background);
    private final StyleableProperty<Color> grid = colour("grid", "-chart-grid", s -> s.grid);
    private final StyleableProperty<Color> axis = colour("axis", "-chart-axis", s -> s.axis);
    private final StyleableProperty<Color> text = colour("text", "-chart-text", s -> s.text);
    private final StyleableProperty<Color> strong = colour("strong", "-chart-strong", s -> s.strong);
    private final StyleableProperty<Color> up = colour("up", "-chart-up", s -> s.up);
    private final StyleableProperty<Color> down = colour("down", "-chart-down", s -> s.down);
    private final StyleableProperty<Color> onAccent = colour("onAccent", "-chart-on-accent", s -> s.onAccent);

    private final ChartViewModel model;
    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final Font font;
    private final TextWidths widths;
    private final TimeTicks times = new TimeTicks(ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
    private @Nullable Painted painted;
    private @Nullable ChartGeometry geometry;
    private @Nullable Point2D pointer;
    private @Nullable Point2D paintedPointer;
    private double dragX;

    /** What the picture on the canvas was made from. */
    private record Painted(long revision, double width, double height, double scale, Palette palette) {}

    /** @param family the font's */
    ChartSurface(ChartViewModel model, String family) {
        this.model = model;
        this.font = Font.font(family, FONT_SIZE);
        this.widths = new TextWidths(font);
        getStyleClass().add("chart-surface");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(canvas, overlay);
        overlay.setMouseTransparent(true);
        setCursor(Cursor.CROSSHAIR);
        setMinSize(200, 160);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointer = null);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> dragX = event.getX());
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    /** Paints what changed since the last pulse. */
    void pulse() {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
        Painted wanted = new Painted(model.revision(), getWidth(), getHeight(), scale, palette());
        if (wanted.width() <= 0 || wanted.height() <= 0) {
            return;
        }
        ChartGeometry current = geometry;
        if (current == null || !wanted.equals(painted)) {
            current = paint(wanted);
            geometry = current;
            painted = wanted;
            paintOverlay(current, wanted.palette());
        } else if (!Objects.equals(pointer, paintedPointer)) {
            paintOverlay(current, wanted.palette());
        }
    }

    /** Makes bars wider or narrower about the middle. */
    void zoom(int notches) {
        zoomAt(notches, getWidth() / 2);
    }

    /** Goes to older bars, or to newer ones for a negative number. */
    void pan(int bars) {
        model.viewport(model.viewport()
                .pan(bars * model.viewport().barWidth(), model.bars().size()));
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

    private ChartGeometry paint(Painted wanted) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, wanted.width(), wanted.height());
        g.setFont(font);
        String widest = model.format().price(highest());
        double gutter = Math.max(LEAST_GUTTER, widths.of(widest) + 2 * AxisPainter.LABEL_INSET);
        double readOut = CrosshairPainter.readOutHeight(widths, widest, wanted.width() - gutter);
        ChartLayout layout = new ChartLayout(
                wanted.width(), wanted.height(), gutter, readOut, model.bars().hasVolume());
        ChartGeometry made = ChartGeometry.of(
                model.bars(), model.viewport(), layout, lastPrice(), model.tickSize(), new PixelGrid(wanted.scale()));
        if (model.bars().isEmpty()) {
            return made;
        }
        AxisPainter axes = new AxisPainter(g, wanted.palette(), made, model.format());
        axes.paintGrid(model.bars(), times, lastPrice());
        new CandlePainter(g, wanted.palette(), made).paint(model.bars());
        axes.paintLastPrice(lastPrice(), lastColour(wanted.palette()));
        return made;
    }

    private void paintOverlay(ChartGeometry current, Palette palette) {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        g.setFont(font);
        Point2D at = pointer;
        boolean inside = at != null && current.layout().inPlot(at.getX(), at.getY());
        new CrosshairPainter(g, palette, current, model.format(), widths)
                .paint(model.bars(), times, inside ? at : null);
        paintedPointer = at;
    }

    private OptionalDouble lastPrice() {
        if (model.quote().get() != null && model.quote().get().last() != null) {
            return OptionalDouble.of(model.quote().get().last().doubleValue());
        }
        BarSeries bars = model.bars();
        return bars.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(bars.get(bars.size() - 1).close());
    }

    private Color lastColour(Palette palette) {
        if (!model.live().get() || model.bars().isEmpty()) {
            return palette.text();
        }
        Candle newest = model.bars().get(model.bars().size() - 1);
        return lastPrice().orElse(newest.close()) >= newest.open() ? palette.up() : palette.down();
    }

    /** Of the whole series and not of what is in view, so that what is measured by it stays while one pans. */
    private double highest() {
        double high = lastPrice().orElse(0);
        for (int i = 0; i < model.bars().size(); i++) {
            high = Math.max(high, model.bars().get(i).high());
        }
        return high;
    }

    private void point(double x, double y) {
        pointer = new Point2D(x, y);
    }

    private void drag(MouseEvent event) {
        point(event.getX(), event.getY());
        model.viewport(model.viewport().pan(event.getX() - dragX, model.bars().size()));
        dragX = event.getX();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoomAt(event.getDeltaY() > 0 ? 1 : -1, event.getX());
        } else if (event.getDeltaX() != 0) {
            model.viewport(model.viewport().pan(event.getDeltaX(), model.bars().size()));
        }
        event.consume();
    }

    private void zoomAt(int notches, double x) {
        ChartGeometry current = geometry;
        if (current != null) {
            double factor = Math.pow(ZOOM_A_NOTCH, notches);
            double plot = current.layout().plotWidth();
            model.viewport(model.viewport().zoom(factor, x, model.bars().size(), plot));
        }
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
