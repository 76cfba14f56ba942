package dev.liveticker.desktop.chart;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Moves and zooms a chart as wheel, mouse and keys say. Belongs to the FX thread. */
final class ChartGestures {

    private static final double ZOOM_A_NOTCH = 1.15;

    /** What the toolkit makes of one notch of a wheel. */
    private static final double NOTCH = 40;

    private static final double MOST_NOTCHES = 3;
    private static final int BARS_A_KEY = 5;

    /** Of the width, where bars are narrow. */
    private static final double LEAST_A_KEY = 0.04;

    /** Of the width, so that one sees where one was. */
    private static final double PAGE = 0.8;

    /** So far along the price axis, in pixels, prices come e times as far apart. */
    private static final double STRETCH_DISTANCE = 160;

    private final ChartSurface surface;
    private final ChartViewModel model;
    private double dragX;
    private double dragY;
    private boolean stretching;

    ChartGestures(ChartSurface surface, ChartViewModel model) {
        this.surface = surface;
        this.model = model;
    }

    void install() {
        surface.setFocusTraversable(true);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> surface.point(null));
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            surface.requestFocus();
            dragX = event.getX();
            dragY = event.getY();
            stretching = surface.isOnPriceAxis(event.getX(), event.getY());
        });
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            // Whoever clicks and drags right after that wants no double click, though it counts as one.
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
                reset(event);
            }
        });
        surface.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void reset(MouseEvent event) {
        if (surface.isOnPriceAxis(event.getX(), event.getY())) {
            model.stretch(1);
        } else {
            model.showUsual();
        }
    }

    private void point(MouseEvent event) {
        boolean onAxis = surface.isOnPriceAxis(event.getX(), event.getY());
        surface.setCursor(onAxis ? Cursor.V_RESIZE : Cursor.CROSSHAIR);
        surface.point(new Point2D(event.getX(), event.getY()));
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown() && stretching) {
            model.stretch(model.stretch() * Math.exp((dragY - event.getY()) / STRETCH_DISTANCE));
        } else if (event.isPrimaryButtonDown()) {
            pan(event.getX() - dragX);
        }
        dragX = event.getX();
        dragY = event.getY();
        point(event);
    }

    private void scroll(ScrollEvent event) {
        double notches = Math.clamp(event.getDeltaY() / NOTCH, -MOST_NOTCHES, MOST_NOTCHES);
        if (notches != 0 && surface.isOnPriceAxis(event.getX(), event.getY())) {
            stretch(notches);
        } else if (notches != 0) {
            zoom(notches, event.getX());
        } else if (event.getDeltaX() != 0) {
            pan(event.getDeltaX());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double page = surface.plotWidth() * PAGE;
        double little = Math.max(BARS_A_KEY * model.viewport().barWidth(), surface.plotWidth() * LEAST_A_KEY);
        double step = event.isShiftDown() ? page : little;
        int count = model.bars().size();
        switch (event.getCode()) {
            case LEFT -> pan(step);
            case RIGHT -> pan(-step);
            case PAGE_UP -> pan(page);
            case PAGE_DOWN -> pan(-page);
            case UP -> stretch(1);
            case DOWN -> stretch(-1);
            case HOME -> model.viewport(model.viewport().oldest(count, surface.plotWidth()));
            case END -> model.viewport(model.viewport().newest());
            case PLUS, ADD, EQUALS -> zoom(1, surface.plotWidth() / 2);
            case MINUS, SUBTRACT -> zoom(-1, surface.plotWidth() / 2);
            case DIGIT0, NUMPAD0 -> model.showAll(surface.plotWidth());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void stretch(double notches) {
        model.stretch(model.stretch() * Math.pow(ZOOM_A_NOTCH, notches));
    }

    private void pan(double distance) {
        model.viewport(model.viewport().pan(distance, model.bars().size()));
    }

    private void zoom(double notches, double x) {
        double factor = Math.pow(ZOOM_A_NOTCH, notches);
        int count = model.bars().size();
        model.viewport(model.viewport().zoom(factor, x, count, surface.plotWidth()));
    }
}
