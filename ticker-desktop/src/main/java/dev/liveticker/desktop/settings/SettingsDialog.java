package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.dialog.OwnedWindow;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.Transport;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The one place for choices. What is chosen is in force at once, so there is nothing to confirm. Chapters stand at the
 * left; what is typed into the box above finds lines in all of them.
 */
public final class SettingsDialog {

    private final SettingsViewModel model;
    private final Function<Transport, String> transportName;
    private final Supplier<List<KeyRow>> shortcuts;
    private final Supplier<Program> program;
    private final TextField search = new TextField();
    private final ListView<SettingsSection> chapters = new ListView<>();
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private @Nullable OwnedWindow window;

    /**
     * Made when it is first shown, so that the start does not wait for it.
     *
     * @param transportName what people call a transport
     * @param shortcuts what the keyboard does
     * @param program what is told of the program
     */
    public SettingsDialog(
            SettingsViewModel model,
            Function<Transport, String> transportName,
            Supplier<List<KeyRow>> shortcuts,
            Supplier<Program> program) {
        this.model = model;
        this.transportName = transportName;
        this.shortcuts = shortcuts;
        this.program = program;
    }

    /** @param owner the window it belongs to, whose looks it shares */
    public void show(Window owner) {
        OwnedWindow open = window;
        if (open == null) {
            open = new OwnedWindow(owner, Texts.of("settings.title"));
            open.stage().setOnHiding(event -> {
                model.acceptAddress();
                model.updates().accept();
            });
            open.fill(content(), this::back);
            window = open;
        } else if (open.stage().isShowing()) {
            open.stage().toFront();
            return;
        }
        open.show();
        chapters.requestFocus();
    }

    /** Out of the search, and then out of the dialog. */
    private void back() {
        if (search.getText().isEmpty()) {
            close();
        } else {
            search.clear();
            search.requestFocus();
        }
    }

    private void close() {
        if (window != null) {
            window.stage().close();
        }
    }

    private BorderPane content() {
        buildSearch();
        buildChapters();
        page.getStyleClass().add("settings-page");
        scroll.setId("settings-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        Button done = new Button(Texts.of("settings.done"));
        done.setId("settings-done");
        done.setDefaultButton(true);
        done.setOnAction(event -> close());
        HBox buttons = new HBox(done);
        buttons.getStyleClass().add("settings-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox top = new HBox(search);
        top.getStyleClass().add("settings-top");
        BorderPane content = new BorderPane(scroll, top, null, buttons, chapters);
        content.getStyleClass().add("settings-dialog");
        return content;
    }

    private void buildSearch() {
        search.setId("settings-search");
        search.setPromptText(Texts.of("settings.search"));
        search.setAccessibleText(Texts.of("settings.search"));
        search.textProperty().subscribe((before, typed) -> {
            if (!typed.isBlank()) {
                chapters.getSelectionModel().clearSelection();
                showFound(typed);
            } else if (!before.isBlank() && chapters.getSelectionModel().isEmpty()) {
                chapters.getSelectionModel().selectFirst();
            }
        });
    }

    private void buildChapters() {
        chapters.setId("settings-chapters");
        chapters.setAccessibleText(Texts.of("settings.chapters"));
        chapters.getStyleClass().add("settings-chapters");
        chapters.setItems(FXCollections.observableArrayList(
                ConnectionSection.of(model, transportName),
                AppearanceSection.of(model.appearance()),
                DataSection.of(model),
                NoticesSection.of(model),
                ShortcutsSection.of(shortcuts.get()),
                AboutSection.of(program.get(), model.updates())));
        chapters.setCellFactory(view -> new ChapterCell());
        chapters.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                search.clear();
                page.getChildren().setAll(heading(chosen));
                page.getChildren()
                        .addAll(chosen.lines().stream().map(SettingLine::node).toList());
                scroll.setVvalue(0);
            }
        });
        chapters.getSelectionModel().selectFirst();
    }

    private void showFound(String typed) {
        page.getChildren().clear();
        for (SettingsSection section : chapters.getItems()) {
            List<SettingLine> found = section.find(typed);
            if (!found.isEmpty()) {
                page.getChildren().add(heading(section));
                page.getChildren().addAll(found.stream().map(SettingLine::node).toList());
            }
        }
        if (page.getChildren().isEmpty()) {
            Label nothing = new Label(Texts.of("settings.search.nothing", typed.strip()));
            nothing.setId("settings-nothing");
            nothing.getStyleClass().add("hint");
            nothing.setWrapText(true);
            page.getChildren().add(nothing);
        }
        scroll.setVvalue(0);
    }

    private static Node heading(SettingsSection section) {
        Label heading = new Label(section.title());
        heading.getStyleClass().add("settings-heading");
        heading.setWrapText(true);
        return heading;
    }

    private static final class ChapterCell extends ListCell<SettingsSection> {
        @Override
        protected void updateItem(@Nullable SettingsSection section, boolean empty) {
            super.updateItem(section, empty);
            setText(section == null || empty ? "" : section.title());
            setId(section == null || empty ? "no-chapter" : "chapter-" + section.id());
        }
    }
}
