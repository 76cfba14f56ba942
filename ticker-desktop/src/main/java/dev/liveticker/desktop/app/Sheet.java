package dev.liveticker.desktop.app;

import javafx.scene.Scene;
import javafx.scene.layout.Region;

/**
 * What a picture larger than the screen is painted on: it lays its content out at the picture's size, however small the
 * window is that it lies in.
 */
final class Sheet extends Region {

    private final Region content;
    private final LaunchOptions.Size size;

    private Sheet(Region content, LaunchOptions.Size size) {
        this.content = content;
        this.size = size;
    }

    /** Lays one under what the scene of the main window holds, if the picture needs one. */
    static void lay(Scene scene, LaunchOptions options) {
        boolean fits = options.screenshot == null || options.size.onScreen().equals(options.size);
        if (!fits && scene.getRoot() instanceof Region content) {
            Sheet sheet = new Sheet(content, options.size);
            // The content lies in the sheet only once it is no scene's root any more.
            scene.setRoot(sheet);
            sheet.getChildren().add(content);
        }
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, size.width(), size.height());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return size.width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return size.height();
    }
}
