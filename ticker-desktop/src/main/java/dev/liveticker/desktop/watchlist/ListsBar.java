package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The part of the tool bar that says which list shows: a menu of all lists, a button for a new one, and what else. */
public final class ListsBar extends HBox {

    private static final int NUMBERED = 9;

    private final ListsViewModel model;
    private final ListFiles files;
    private final Supplier<List<Column>> shownColumns;
    private final IntFunction<String> keyNames;
    private final MenuButton lists = new MenuButton();
    private final TextField name = new TextField();
    private final EventHandler<KeyEvent> keys = this::onKey;

    /**
     * @param shownColumns the columns to be seen, in their order
     * @param keyNames how the keys are called that show the list of a number
     * @param owner runs what comes of a file, on the FX thread
     */
    public ListsBar(
            ListsViewModel model, Supplier<List<Column>> shownColumns, IntFunction<String> keyNames, Executor owner) {
        this.model = model;
        this.keyNames = keyNames;
        this.shownColumns = shownColumns;
        files = new ListFiles(model, owner);
        getStyleClass().add("lists-bar");
        setAlignment(Pos.CENTER_LEFT);
        lists.setId("lists");
        lists.getStyleClass().add("flat");
        lists.setMnemonicParsing(false);
        lists.setTooltip(new Tooltip(Texts.of("watchlist.lists")));
        buildName();
        Button add = new Button();
        add.setId("new-list");
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.getStyleClass().addAll("button-icon", "flat");
        add.setTooltip(new Tooltip(Texts.of("watchlist.lists.new")));
        add.setAccessibleText(Texts.of("watchlist.lists.new"));
        add.setOnAction(event -> create());
        getChildren().addAll(lists, name, add, more());
        model.lists().subscribe(this::tell);
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    private void create() {
        if (model.create()) {
            rename();
        }
    }

    /** Has the name typed where it stands. */
    private void rename() {
        name.setText(model.lists().get().current().name());
        naming(true);
        name.requestFocus();
        name.selectAll();
    }

    private void naming(boolean now) {
        name.setVisible(now);
        lists.setVisible(!now);
    }

    private void buildName() {
        name.setId("list-name");
        name.setAccessibleText(Texts.of("watchlist.lists.name"));
        name.managedProperty().bind(name.visibleProperty());
        lists.managedProperty().bind(lists.visibleProperty());
        naming(false);
        name.setOnAction(event -> named());
        name.focusedProperty().subscribe(focused -> {
            if (!focused && name.isVisible()) {
                named();
            }
        });
        name.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                naming(false);
                event.consume();
            }
        });
    }

    private void named() {
        naming(false);
        model.rename(name.getText());
    }

    private void tell(Watchlists now) {
        lists.setText(now.current().name());
        lists.setAccessibleText(Texts.of("watchlist.lists.spoken", now.current().name()));
        ToggleGroup group = new ToggleGroup();
        lists.getItems().clear();
        for (int i = 0; i < now.lists().size(); i++) {
            int index = i;
            String title = now.lists().get(i).name();
            RadioMenuItem item = new RadioMenuItem(
                    i < NUMBERED ? Texts.of("watchlist.lists.item", title, keyNames.apply(i + 1)) : title);
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(i == now.shown());
            item.setOnAction(event -> model.show(index));
            lists.getItems().add(item);
        }
    }

    private MenuButton more() {
        MenuItem rename = item("rename-list", Texts.of("watchlist.lists.rename"), this::rename);
        MenuItem delete = item("delete-list", Texts.of("watchlist.lists.delete"), model::delete);
        MenuItem paste = item("paste-symbols", Texts.of("watchlist.paste"), this::paste);
        MenuItem open = item("import-list", Texts.of("watchlist.lists.import"), this::open);
        MenuItem save = item("export-list", Texts.of("watchlist.lists.export"), this::save);
        MenuItem undo = item("undo-change", Texts.of("watchlist.undo"), model::undo);
        undo.disableProperty().bind(model.canUndo().not());
        MenuItem redo = item("redo-change", Texts.of("watchlist.redo"), model::redo);
        redo.disableProperty().bind(model.canRedo().not());
        MenuButton more = new MenuButton();
        more.setId("list-menu");
        more.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        more.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        more.setTooltip(new Tooltip(Texts.of("watchlist.lists.more")));
        more.setAccessibleText(Texts.of("watchlist.lists.more"));
        more.getItems()
                .addAll(
                        rename,
                        delete,
                        new SeparatorMenuItem(),
                        paste,
                        open,
                        save,
                        new SeparatorMenuItem(),
                        undo,
                        redo);
        return more;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            model.paste(text);
        }
    }

    private void open() {
        File file = chooser(Texts.of("watchlist.lists.import"))
                .showOpenDialog(getScene().getWindow());
        if (file != null) {
            var _ = files.open(file.toPath());
        }
    }

    private void save() {
        FileChooser chooser = chooser(Texts.of("watchlist.lists.export"));
        chooser.setInitialFileName(model.lists().get().current().name().replaceAll("[\\\\/:*?\"<>|]", "_") + ".csv");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            Path path = file.toPath();
            var _ = files.save(path, model.exportCsv(shownColumns.get()));
        }
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("CSV", "*.csv", "*.txt"),
                        new FileChooser.ExtensionFilter("Live Ticker", "*.ticker"),
                        new FileChooser.ExtensionFilter("*", "*"));
        return chooser;
    }

    /** Keys that hold wherever the keyboard is. */
    private void onKey(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode().isDigitKey() && !event.isShiftDown()) {
            int number =
                    event.getCode().getName().charAt(event.getCode().getName().length() - 1) - '0';
            if (number >= 1 && number <= NUMBERED) {
                model.show(number - 1);
                event.consume();
            }
        }
    }
}
