package dev.liveticker.desktop.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One of a few, side by side, or behind one button where there is little room. */
final class Segments<T> extends HBox {

    /**
     * One to choose.
     *
     * @param id of its button
     * @param text on the button; empty for an icon
     * @param name what it is called
     * @param icon style class of the icon; empty for a text
     */
    record Option<T>(T value, String id, String text, String name, String icon) {}

    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<T, RadioMenuItem> items = new LinkedHashMap<>();
    private final Map<T, Option<T>> options = new LinkedHashMap<>();
    private final MenuButton menu = new MenuButton();
    private final String title;

    /** @param title what is chosen */
    Segments(String id, String title, List<Option<T>> options, Consumer<T> choose) {
        this.title = title;
        setId(id);
        getStyleClass().add("segments");
        setAccessibleText(title);
        setAlignment(Pos.CENTER_LEFT);
        menu.setId(id + "-menu");
        menu.getStyleClass().addAll("flat", "small");
        menu.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < options.size(); i++) {
            Option<T> option = options.get(i);
            this.options.put(option.value(), option);
            buttons.put(option.value(), button(option, pill(i, options.size()), choose));
            RadioMenuItem item = new RadioMenuItem(option.name());
            item.setToggleGroup(group);
            item.setOnAction(event -> choose.accept(option.value()));
            items.put(option.value(), item);
        }
        menu.getItems().addAll(items.values());
        compact(false);
    }

    /** Marks what is chosen. */
    void show(T chosen) {
        buttons.forEach((value, button) -> button.setSelected(value.equals(chosen)));
        items.forEach((value, item) -> item.setSelected(value.equals(chosen)));
        Option<T> option = options.get(chosen);
        if (option != null) {
            menu.setText(option.text());
            menu.setGraphic(icon(option));
            menu.setAccessibleText(title + ": " + option.name());
        }
    }

    /** Whether all stand behind one button. */
    void compact(boolean wanted) {
        if (wanted != getChildren().contains(menu) || getChildren().isEmpty()) {
            getChildren().setAll(wanted ? List.<Node>of(menu) : List.<Node>copyOf(buttons.values()));
        }
    }

    private ToggleButton button(Option<T> option, String pill, Consumer<T> choose) {
        ToggleButton button = new ToggleButton(option.text(), icon(option));
        button.setId(option.id());
        button.getStyleClass().addAll(pill, "small", "segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(option.name());
        button.setTooltip(new Tooltip(option.name()));
        button.setOnAction(event -> {
            // Pressed again, it stays what it is.
            button.setSelected(true);
            choose.accept(option.value());
        });
        return button;
    }

    private static Node icon(Option<?> option) {
        Region icon = new Region();
        icon.getStyleClass().addAll("chart-icon", option.icon());
        boolean there = !option.icon().isEmpty();
        icon.setVisible(there);
        icon.setManaged(there);
        return icon;
    }

    private static String pill(int index, int count) {
        return index == 0 ? "left-pill" : index == count - 1 ? "right-pill" : "center-pill";
    }
}
