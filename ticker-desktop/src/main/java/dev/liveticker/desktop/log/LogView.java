package dev.liveticker.desktop.log;

import atlantafx.base.controls.CustomTextField;
import dev.liveticker.desktop.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The log with a filter above it. While its last line is in view, it stays there as lines are added. */
public final class LogView extends VBox {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LogViewModel model;
    private final ListView<LogLine> list = new ListView<>();
    private boolean lastInView = true;
    /** Whether it was sent to the end and not laid out since. */
    private boolean scrolling;

    public LogView(LogViewModel model) {
        this.model = model;
        getStyleClass().add("log");
        buildList();
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(bar(), list);
    }

    private HBox bar() {
        CustomTextField search = new CustomTextField();
        search.setId("log-search");
        search.setPromptText(Texts.of("log.search"));
        search.setAccessibleText(Texts.of("log.search"));
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.search());
        HBox.setHgrow(search, Priority.ALWAYS);
        Button copy = button(Feather.COPY, Texts.of("log.copy"), "log-copy");
        copy.setOnAction(event -> copy());
        Button folder = button(Feather.FOLDER, Texts.of("log.folder"), "log-folder");
        folder.setOnAction(event -> model.showInFolder());
        HBox bar = new HBox(search, levels(), copy, folder);
        bar.getStyleClass().add("log-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private ChoiceBox<LogLine.Level> levels() {
        ChoiceBox<LogLine.Level> levels = new ChoiceBox<>(FXCollections.observableArrayList(LogLine.Level.values()));
        levels.setId("log-level");
        levels.setAccessibleText(Texts.of("log.level"));
        levels.setTooltip(new Tooltip(Texts.of("log.level")));
        levels.setConverter(new StringConverter<>() {
            @Override
            public String toString(LogLine.Level level) {
                return level == null ? "" : name(level);
            }

            @Override
            public LogLine.Level fromString(String text) {
                return model.least().get();
            }
        });
        levels.valueProperty().bindBidirectional(model.least());
        return levels;
    }

    private void buildList() {
        list.setId("log-lines");
        list.getStyleClass().addAll("edge-to-edge", "log-lines");
        list.setAccessibleText(Texts.of("log.title"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(ignored -> new LineCell());
        list.setItems(model.lines());
        Label placeholder = new Label();
        placeholder.textProperty().bind(model.note().map(note -> note.isEmpty() ? Texts.of("log.nothing") : note));
        placeholder.setWrapText(true);
        list.setPlaceholder(placeholder);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        model.lines().subscribe(this::stayAtEnd);
        // As it was last painted: once lines are added it is too late to ask.
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addPostLayoutPulseListener(this::laidOut);
            }
        });
    }

    /** Unless somebody has chosen a line or scrolled away from the end, and so reads. */
    private void stayAtEnd() {
        if (lastInView && list.getSelectionModel().isEmpty() && !model.lines().isEmpty()) {
            list.scrollTo(model.lines().size() - 1);
            scrolling = true;
        }
    }

    private void laidOut() {
        boolean inView = isLastInView();
        if (scrolling && !inView) {
            // The list was told before it knew of the lines that were added.
            list.scrollTo(model.lines().size() - 1);
        } else {
            lastInView = inView;
        }
        scrolling = false;
    }

    private boolean isLastInView() {
        if (model.lines().isEmpty() || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return true;
        }
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null || last.getIndex() >= model.lines().size() - 1;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copied(List.copyOf(list.getSelectionModel().getSelectedItems())));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String name(LogLine.Level level) {
        return switch (level) {
            case DEBUG -> Texts.of("log.level.all");
            case INFO -> Texts.of("log.level.info");
            case WARN -> Texts.of("log.level.warn");
            case ERROR -> Texts.of("log.level.error");
        };
    }

    private static Button button(Feather icon, String text, String id) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** A line in the colour of its level. */
    private static final class LineCell extends ListCell<LogLine> {

        private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
        private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

        @Override
        protected void updateItem(LogLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean there = !empty && line != null;
            setText(there ? line.text() : null);
            pseudoClassStateChanged(WARN, there && line.level() == LogLine.Level.WARN);
            pseudoClassStateChanged(ERROR, there && line.level() == LogLine.Level.ERROR);
        }
    }
}
