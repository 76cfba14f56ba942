package dev.liveticker.desktop.chart;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/**
 * A panel that opens below a button, takes the focus, and closes with Escape or a click elsewhere. It looks as what is
 * around the button: the same style sheets, the same size of text.
 */
final class DropPanel {

    private static final double GAP = 4;

    /** The panel and the window that it is in. */
    private record Drop(Region content, Popup popup) {}

    private final ButtonBase button;
    private final Supplier<? extends Region> contents;
    private @Nullable Drop drop;

    /** @param contents makes what is in it, when it is first opened */
    DropPanel(ButtonBase button, Supplier<? extends Region> contents) {
        this.button = button;
        this.contents = contents;
        button.addEventHandler(ActionEvent.ACTION, event -> toggle());
    }

    private Drop make() {
        Region content = contents.get();
        Popup popup = new Popup();
        // The tokens of the style sheets are defined for a root, and a popup has one of its own.
        content.getStyleClass().addAll("root", "drop-panel");
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        // A window that has once been shown does not grow by itself with what is added to it.
        content.layoutBoundsProperty().subscribe(() -> {
            if (popup.isShowing()) {
                popup.sizeToScene();
            }
        });
        popup.setOnHidden(event -> button.requestFocus());
        content.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popup.hide();
                event.consume();
            }
        });
        return new Drop(content, popup);
    }

    private void toggle() {
        Drop made = drop == null ? make() : drop;
        drop = made;
        Popup popup = made.popup();
        Region content = made.content();
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        content.getStylesheets().setAll(button.getScene().getStylesheets());
        content.setStyle(String.format(
                Locale.ROOT, "-fx-font-size: %.2fpx;", button.getFont().getSize()));
        content.applyCss();
        double width = content.prefWidth(Region.USE_COMPUTED_SIZE);
        double height = content.prefHeight(width);
        Bounds bounds = button.localToScreen(button.getLayoutBounds());
        Rectangle2D screen = screenOf(bounds);
        // Its right edge goes below the button's; it stays on the screen even if it then lies over the button.
        double x = Math.max(screen.getMinX(), bounds.getMaxX() - width);
        double y = Math.max(screen.getMinY(), Math.min(bounds.getMaxY() + GAP, screen.getMaxY() - height));
        popup.show(button, x, y);
        content.requestFocus();
        content.requestFocusTraversal(TraversalDirection.NEXT);
    }

    /** The screen of the button: one at the left of the first has places below 0. */
    private static Rectangle2D screenOf(Bounds button) {
        return Screen.getScreensForRectangle(button.getMinX(), button.getMinY(), button.getWidth(), button.getHeight())
                .stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }
}
