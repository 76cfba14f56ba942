package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;

/** The menu of the chart: what can be done with the price at the pointer, and with the chart. */
final class ChartMenu {

    private final ChartSurface surface;
    private final ChartViewModel model;
    private final ChartHooks hooks;
    private final List<MenuItem> exports;
    private final ContextMenu menu = new ContextMenu();

    /** @param exports items that take the chart along; those that it holds when the menu opens */
    ChartMenu(ChartSurface surface, ChartViewModel model, ChartHooks hooks, List<MenuItem> exports) {
        this.surface = surface;
        this.model = model;
        this.hooks = hooks;
        this.exports = exports;
    }

    void install() {
        surface.setOnContextMenuRequested(this::open);
        surface.setOnMousePressed(event -> menu.hide());
    }

    /** @param price where it was asked for, if prices are there */
    List<MenuItem> items(Optional<BigDecimal> price) {
        List<MenuItem> items = new ArrayList<>();
        price.ifPresent(at -> {
            String written = model.format().price(at);
            items.add(item("chart-copy-price", Texts.of("chart.menu.copyPrice", written), () -> copy(written)));
            hooks.alertAt()
                    .ifPresent(alert -> items.add(item(
                            "chart-alert",
                            Texts.of("chart.menu.alert", written),
                            () -> alert.accept(model.symbol().get(), at))));
            items.add(new SeparatorMenuItem());
        });
        items.add(item("chart-reset", Texts.of("chart.menu.reset"), model::showUsual));
        items.add(item("chart-all", Texts.of("chart.menu.all"), () -> model.showAll(surface.plotWidth())));
        items.add(logarithmic());
        hooks.detach().ifPresent(detach -> items.add(item("chart-detach-item", Texts.of("chart.detach"), detach)));
        if (!exports.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.addAll(exports);
        }
        return items;
    }

    private CheckMenuItem logarithmic() {
        CheckMenuItem item = new CheckMenuItem(Texts.of("chart.logarithmic.name"));
        item.setId("chart-logarithmic-item");
        item.setSelected(model.preferences().get().logarithmic());
        item.setOnAction(event -> model.logarithmic(item.isSelected()));
        return item;
    }

    private void open(ContextMenuEvent event) {
        if (model.symbol().get() == null) {
            return;
        }
        Optional<BigDecimal> price = event.isKeyboardTrigger()
                ? model.lastPrice().stream().mapToObj(model::nearestPrice).findFirst()
                : surface.priceAt(event.getY());
        menu.getItems().setAll(items(price));
        menu.show(surface, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
