package dev.liveticker.desktop.portfolio;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above a page: what it is, and what can be done. */
final class Bar extends HBox {

    /** In widths of the text's height. */
    private static final double READABLE = 3;

    private final Label title = new Label();

    /** @param controls at its right end */
    Bar(Node... controls) {
        getStyleClass().add("portfolio-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("bar-title");
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(title, gap);
        getChildren().addAll(controls);
    }

    Label title() {
        return title;
    }

    /** Of a title that there is hardly any room for, nothing is better than three dots. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double readable = Math.min(
                title.prefWidth(USE_COMPUTED_SIZE), READABLE * title.getFont().getSize());
        title.setOpacity(title.getWidth() < readable ? 0 : 1);
    }

    /** Puts something before the title. */
    Bar from(Node node) {
        getChildren().addFirst(node);
        return this;
    }

    static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    static Button icon(String id, FontIcon icon, String text, Runnable action) {
        Button button = button(id, "", action);
        button.setGraphic(icon);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        return button;
    }

    /** The way back to all positions. */
    static Button back(String text, Runnable action) {
        return icon("portfolio-back", new FontIcon(Feather.CHEVRON_LEFT), text, action);
    }
}
