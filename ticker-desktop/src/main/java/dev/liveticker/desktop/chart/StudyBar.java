package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** In the tool bar of a chart: its indicators, what it is compared with, and how to take it along. */
final class StudyBar extends HBox {

    StudyBar(Studies studies, ChartExport export) {
        getStyleClass().add("study-bar");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        new IndicatorMenu(studies.indicators()),
                        new CompareMenu(studies.compare()),
                        exportMenu(export));
    }

    private static MenuButton exportMenu(ChartExport export) {
        MenuButton menu = new MenuButton();
        menu.setId("chart-export");
        menu.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.setTooltip(new Tooltip(Texts.of("export.title")));
        menu.setAccessibleText(Texts.of("export.title"));
        menu.getItems().setAll(export.items());
        return menu;
    }
}
