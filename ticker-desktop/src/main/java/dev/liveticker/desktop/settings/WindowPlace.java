package dev.liveticker.desktop.settings;

import java.util.Collection;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import tools.jackson.databind.JsonNode;

/**
 * Where the window stood, in pixels of the desktop.
 *
 * @param divider how much of the width the watchlist takes; 0 to 1
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized, double divider) {

    public static final double LEAST_WIDTH = 760;
    public static final double LEAST_HEIGHT = 480;

    private static final double FARTHEST = 100_000;

    /** As much of the window must be on a screen for it to be found and dragged. */
    private static final double LEAST_VISIBLE = 80;

    /**
     * Reads one from JSON.
     *
     * @param leastWidth what is narrower cannot be
     * @param leastHeight what is lower cannot be
     * @return nothing if it cannot be; the divider, which not all have, is not a number where there is none
     */
    public static Optional<WindowPlace> read(JsonNode node, double leastWidth, double leastHeight) {
        WindowPlace place = new WindowPlace(
                node.path("x").asDouble(Double.NaN),
                node.path("y").asDouble(Double.NaN),
                node.path("width").asDouble(Double.NaN),
                node.path("height").asDouble(Double.NaN),
                node.path("maximized").asBoolean(false),
                node.path("divider").asDouble(Double.NaN));
        boolean sane = Math.abs(place.x) <= FARTHEST
                && Math.abs(place.y) <= FARTHEST
                && place.width >= leastWidth
                && place.width <= FARTHEST
                && place.height >= leastHeight
                && place.height <= FARTHEST;
        return sane ? Optional.of(place) : Optional.empty();
    }

    /**
     * Where the window can stand now: as it stood where its screen still exists, shrunk to that screen if need be;
     * nowhere if the screen is gone.
     *
     * @param screens the visual bounds of every screen there is
     */
    public Optional<WindowPlace> on(Collection<Rectangle2D> screens) {
        return screens.stream().filter(this::isGraspableOn).findFirst().map(this::fitInto);
    }

    private boolean isGraspableOn(Rectangle2D screen) {
        double visibleWidth = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        return visibleWidth >= LEAST_VISIBLE && y >= screen.getMinY() - 1 && y <= screen.getMaxY() - LEAST_VISIBLE;
    }

    private WindowPlace fitInto(Rectangle2D screen) {
        double fittedWidth = Math.min(width, screen.getWidth());
        double fittedHeight = Math.min(height, screen.getHeight());
        return new WindowPlace(
                Math.clamp(x, screen.getMinX() - fittedWidth + LEAST_VISIBLE, screen.getMaxX() - LEAST_VISIBLE),
                Math.max(y, screen.getMinY()),
                fittedWidth,
                fittedHeight,
                maximized,
                divider);
    }
}
