package dev.liveticker.desktop.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.StringConverter;

/** The controls that settings are made of, bound to them both ways. */
final class Choices {

    private Choices() {}

    /** On or off. */
    static ToggleSwitch onOff(String id, ObjectProperty<Boolean> setting) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId(id);
        toggle.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        toggle.selectedProperty().bindBidirectional(setting);
        return toggle;
    }

    /** One of several, that drop down. */
    static <T> ComboBox<T> oneOf(String id, List<T> all, ObjectProperty<T> setting, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T each) {
                return each == null ? "" : name.apply(each);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        box.getItems().setAll(all);
        box.valueProperty().bindBidirectional(setting);
        return box;
    }

    /** One of a few, all in view. */
    static <T> List<RadioButton> radios(
            List<T> all, ObjectProperty<T> setting, Function<T, String> id, Function<T, String> name) {
        ToggleGroup group = new ToggleGroup();
        List<RadioButton> buttons = all.stream()
                .map(each -> {
                    RadioButton button = new RadioButton(name.apply(each));
                    button.setId(id.apply(each));
                    button.setToggleGroup(group);
                    button.setWrapText(true);
                    return button;
                })
                .toList();
        setting.subscribe(chosen -> {
            int index = all.indexOf(chosen);
            if (index >= 0) {
                buttons.get(index).setSelected(true);
            }
        });
        group.selectedToggleProperty().subscribe((before, chosen) -> {
            if (chosen instanceof RadioButton button) {
                setting.set(all.get(buttons.indexOf(button)));
            }
        });
        return buttons;
    }
}
