package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.watchlist.ColumnLayout.Showing;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Which columns show: a menu of all of them, with a tick at those that are chosen or that there is room for. */
final class ColumnsMenu extends ContextMenu {

    ColumnsMenu(WatchlistViewModel model) {
        setId("columns-menu");
        for (Column column : Column.values()) {
            if (column != Column.SYMBOL) {
                CheckMenuItem item = new CheckMenuItem(column.title());
                item.setId("column-" + column.id());
                item.setOnAction(event -> model.arrange(
                        layout -> layout.withShowing(column, item.isSelected() ? Showing.ALWAYS : Showing.NEVER)));
                getItems().add(item);
                model.layout()
                        .subscribe(
                                layout -> item.setSelected(layout.place(column).showing() != Showing.NEVER));
            }
        }
        MenuItem usual = new MenuItem(Texts.of("watchlist.columns.usual"));
        usual.setOnAction(
                event -> model.arrange(layout -> ColumnLayout.defaults().withSort(layout.sort())));
        getItems().addAll(new SeparatorMenuItem(), usual);
    }
}
