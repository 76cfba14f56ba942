package dev.liveticker.desktop.fit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Font;

/** Follows the size of letters, for what arranges itself by it. Belongs to the FX thread. */
public final class LetterSize {

    private LetterSize() {}

    /**
     * Rearranges something when a label's font has changed: before the next layout, and not at once. Styles are being
     * applied then, from part to part, and JavaFX does not allow for parts that come or go meanwhile.
     */
    public static void follow(Labeled label, Runnable rearrange) {
        follow(label, label.fontProperty(), rearrange);
    }

    /** The same for a field. */
    public static void follow(TextInputControl field, Runnable rearrange) {
        follow(field, field.fontProperty(), rearrange);
    }

    private static void follow(Node node, ObservableValue<Font> font, Runnable rearrange) {
        font.subscribe(() -> {
            Scene scene = node.getScene();
            if (scene == null) {
                rearrange.run();
                return;
            }
            scene.addPreLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePreLayoutPulseListener(this);
                    rearrange.run();
                }
            });
        });
    }
}
