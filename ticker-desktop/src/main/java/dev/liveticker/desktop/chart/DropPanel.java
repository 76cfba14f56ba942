package dev.liveticker.desktop.chart;

import java.util.Locale;
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

/**
 * A panel that opens below a button, takes the focus, and closes with Escape or a click elsewhere. It looks as what is
 * around the button: the same style sheets, the same size of text.
 */
final class DropPanel {

    private static final double GAP = 4;

    private final ButtonBase button;
    private final Region content;
    private final Popup popup = new Popup();

    DropPanel(ButtonBase button, Region content) {
        this.button = button;
        this.content = content;
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
        button.addEventHandler(ActionEvent.ACTION, event -> toggle());
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        content.getStylesheets().setAll(button.getScene().getStylesheets());
        content.setStyle(String.format(
                Locale.ROOT, "-fx-font-size: %.2fpx;", button.getFont().getSize()));
        Bounds bounds = button.localToScreen(button.getLayoutBounds());
        popup.show(button, bounds.getMinX(), bounds.getMaxY() + GAP);
        // Laid out only now, it knows its width: its right edge goes below the button's.
        popup.setX(Math.max(screenOf(bounds).getMinX(), bounds.getMaxX() - content.getWidth()));
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
