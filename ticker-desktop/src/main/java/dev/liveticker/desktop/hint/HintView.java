package dev.liveticker.desktop.hint;

import dev.liveticker.desktop.text.Texts;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A hint in a corner. It never takes the keyboard; only its own place takes the mouse. */
public final class HintView extends HBox {

    private final HintsViewModel model;
    private final Label text = new Label();

    /** @param keys what the hints speak of, as people read it, such as the keys of the palette */
    public HintView(HintsViewModel model, Map<Hint, String> keys) {
        this.model = model;
        setId("hint");
        getStyleClass().add("hint-card");
        setAccessibleRole(AccessibleRole.TEXT);
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        model.current().subscribe(hint -> {
            setVisible(hint != null);
            if (hint != null) {
                fill();
                text.setText(words(hint, keys.getOrDefault(hint, "")));
                setAccessibleText(text.getText());
            }
        });
    }

    /** With the first hint: there is none while the program starts, nor for most people later. */
    private void fill() {
        if (!getChildren().isEmpty()) {
            return;
        }
        text.setId("hint-text");
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button();
        close.setId("hint-close");
        close.setGraphic(new FontIcon(Feather.X));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(Texts.of("hint.close"));
        close.setTooltip(new Tooltip(Texts.of("hint.close")));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> model.dismiss());
        FontIcon icon = new FontIcon(Feather.INFO);
        getChildren().addAll(icon, text, close);
    }

    private static String words(Hint hint, String keys) {
        return switch (hint) {
            case PALETTE -> Texts.of("hint.palette", keys);
            case CHART -> Texts.of("hint.chart");
            case TRANSPORT -> Texts.of("hint.transport", keys);
        };
    }
}
