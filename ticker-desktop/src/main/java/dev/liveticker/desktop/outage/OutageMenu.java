package dev.liveticker.desktop.outage;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import java.time.Duration;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that opens the outages; there only where the server allows them. */
public final class OutageMenu extends MenuButton {

    public OutageMenu(OutageViewModel model) {
        setId("simulate-outage");
        setGraphic(new FontIcon(Feather.ZAP_OFF));
        getStyleClass().addAll("button-icon", "flat", "no-arrow", "outage-menu");
        setTooltip(new Tooltip(Texts.of("outage.title")));
        setAccessibleText(Texts.of("outage.title"));
        MenuItem title = new MenuItem(Texts.of("outage.title"));
        title.setDisable(true);
        getItems().addAll(title, new SeparatorMenuItem());
        for (Outage outage : Outage.values()) {
            getItems().add(menu(outage, model));
        }
        MenuItem end = new MenuItem(Texts.of("outage.end"));
        end.setId("outage-end");
        end.disableProperty().bind(model.active().not());
        end.setOnAction(event -> model.endAll());
        getItems().addAll(new SeparatorMenuItem(), end);
        visibleProperty().bind(model.available());
        managedProperty().bind(visibleProperty());
    }

    private static Menu menu(Outage outage, OutageViewModel model) {
        Menu menu = new Menu();
        menu.setId("outage-" + outage.name());
        menu.textProperty().bind(model.symbol().map(outage::title).orElse(outage.title(null)));
        if (outage == Outage.HALT) {
            menu.disableProperty().bind(model.symbol().isNull());
        }
        for (int seconds : OutageViewModel.LENGTHS) {
            MenuItem item = new MenuItem(length(seconds));
            item.setId("outage-" + outage.name() + "-" + seconds);
            item.setOnAction(event -> model.simulate(outage, seconds));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String length(int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return length.toSecondsPart() == 0
                ? Texts.of("outage.minutes", Quantity.count(length.toMinutes()))
                : Texts.of("outage.seconds", Quantity.count(seconds));
    }
}
