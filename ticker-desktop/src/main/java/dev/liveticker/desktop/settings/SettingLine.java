package dev.liveticker.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One line of the settings: what it is about, and what changes it. */
final class SettingLine {

    private final Region node;
    private final List<String> words;

    private SettingLine(Region node, List<String> words) {
        this.node = node;
        this.words = List.copyOf(words);
        node.getStyleClass().add("setting");
    }

    /**
     * With something narrow beside its name.
     *
     * @param hint what more there is to know; empty for nothing
     */
    static SettingLine beside(String title, String hint, Region control) {
        Label name = name(title, control);
        VBox words = new VBox(name);
        addHint(words, hint);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        control.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(words, control);
        line.getStyleClass().add("setting-beside");
        line.setAlignment(Pos.CENTER_LEFT);
        return new SettingLine(line, List.of(title, hint));
    }

    /**
     * With something wide below its name.
     *
     * @param hint what more there is to know; empty for nothing
     * @param options the words within the control, to be found by
     */
    static SettingLine below(String title, String hint, Region control, List<String> options) {
        VBox line = new VBox(name(title, control), control);
        line.getStyleClass().add("setting-below");
        line.setFillWidth(true);
        addHint(line, hint);
        List<String> words = new ArrayList<>(List.of(title, hint));
        words.addAll(options);
        return new SettingLine(line, words);
    }

    /** Something that needs no name. */
    static SettingLine plain(Region content, List<String> words) {
        return new SettingLine(content, words);
    }

    Region node() {
        return node;
    }

    /** What it says. */
    List<String> words() {
        return words;
    }

    private static Label name(String title, Node control) {
        Label name = new Label(title);
        name.getStyleClass().add("setting-name");
        name.setWrapText(true);
        name.setLabelFor(control);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(title);
        }
        return name;
    }

    private static void addHint(VBox below, String hint) {
        if (!hint.isEmpty()) {
            Label text = new Label(hint);
            text.getStyleClass().add("hint");
            text.setWrapText(true);
            below.getChildren().add(text);
        }
    }
}
