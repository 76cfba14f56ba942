package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.desktop.watchlist.ColumnLayout.Showing;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the rows that are chosen in the table. The menu's items have no keys of their own: JavaFX would
 * make them those of the whole window.
 */
final class RowActions {

    private final WatchlistViewModel model;
    private final ListsViewModel lists;
    private final TableView<QuoteRow> table;
    private final TableColumn<QuoteRow, ?> noteColumn;
    private @Nullable Consumer<Symbol> alert;

    RowActions(
            WatchlistViewModel model,
            ListsViewModel lists,
            TableView<QuoteRow> table,
            TableColumn<QuoteRow, ?> noteColumn) {
        this.model = model;
        this.lists = lists;
        this.table = table;
        this.noteColumn = noteColumn;
    }

    /** Has the menu offer an alert on the symbol of the row that is chosen. */
    void onAlert(Consumer<Symbol> wanted) {
        alert = wanted;
    }

    /** One menu for all rows, and for where there are none. */
    ContextMenu menu() {
        MenuItem copy = item(Texts.of("watchlist.copy"), this::copy);
        MenuItem paste = item(Texts.of("watchlist.paste"), this::paste);
        MenuItem note = item(Texts.of("watchlist.note"), this::editNote);
        MenuItem setAlert = item(Texts.of("watchlist.alert"), this::setAlert);
        setAlert.setId("row-alert");
        MenuItem remove = item(Texts.of("watchlist.remove"), this::remove);
        ContextMenu menu = new ContextMenu(copy, paste, note, setAlert, new SeparatorMenuItem(), remove);
        menu.setOnShowing(event -> {
            boolean none = chosen().isEmpty();
            copy.setDisable(none);
            note.setDisable(none);
            setAlert.setDisable(none);
            setAlert.setVisible(alert != null);
            remove.setDisable(none);
        });
        return menu;
    }

    List<QuoteRow> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Puts the symbols on the clipboard, one a line. */
    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(chosen().stream().map(row -> row.symbol().text()).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            lists.paste(text);
        }
    }

    void remove() {
        model.remove(chosen());
    }

    /** Asks for an alert on the row that was chosen last. */
    private void setAlert() {
        QuoteRow row = table.getSelectionModel().getSelectedItem();
        if (row != null && alert != null) {
            alert.accept(row.symbol());
        }
    }

    /** Moves the chosen rows up (−1) or down (+1) by one. */
    void nudge(int step) {
        List<QuoteRow> moving = chosen();
        model.nudge(moving, step);
        for (QuoteRow row : moving) {
            table.getSelectionModel().select(row);
        }
    }

    /** Has somebody write beside the row; its column shows from then on. */
    void editNote() {
        QuoteRow row = model.selected().get();
        if (row == null || !model.rows().contains(row)) {
            return;
        }
        if (!noteColumn.isVisible()) {
            model.arrange(layout -> layout.withShowing(Column.NOTE, Showing.ALWAYS));
        }
        table.scrollToColumn(noteColumn);
        // The cell must be there before it can be written in.
        table.layout();
        edit(model.rows().indexOf(row), noteColumn);
    }

    private <V> void edit(int index, TableColumn<QuoteRow, V> column) {
        table.edit(index, column);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
