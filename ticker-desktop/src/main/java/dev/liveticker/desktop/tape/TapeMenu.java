package dev.liveticker.desktop.tape;

import dev.liveticker.desktop.text.Texts;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;

/** How fast the tape runs, and how to be rid of it. */
final class TapeMenu extends ContextMenu {

    TapeMenu(TapeViewModel model) {
        Slider slider = new Slider(TapeViewModel.SLOWEST, TapeViewModel.FASTEST, TapeViewModel.SLOWEST);
        slider.setId("tape-speed");
        slider.setBlockIncrement(10);
        slider.setAccessibleText(Texts.of("tape.speed"));
        model.speed().subscribe(speed -> slider.setValue(speed.doubleValue()));
        slider.valueProperty().addListener((property, before, now) -> {
            if (now.doubleValue() != model.speed().get()) {
                model.runAt(now.doubleValue());
            }
        });
        Label title = new Label(Texts.of("tape.speed"));
        title.setLabelFor(slider);
        CustomMenuItem speed = new CustomMenuItem(new VBox(title, slider), false);
        speed.getStyleClass().add("tape-speed");
        MenuItem hide = new MenuItem(Texts.of("tape.hide"));
        hide.setOnAction(event -> model.toggle());
        getItems().setAll(speed, new SeparatorMenuItem(), hide);
    }
}
