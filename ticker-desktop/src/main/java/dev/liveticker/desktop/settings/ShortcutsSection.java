package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What the keyboard does, to be read. */
final class ShortcutsSection {

    private ShortcutsSection() {}

    static SettingsSection of(List<KeyRow> rows) {
        return new SettingsSection(
                "shortcuts",
                Texts.of("settings.shortcuts"),
                rows.stream().map(ShortcutsSection::line).toList());
    }

    private static SettingLine line(KeyRow row) {
        Label meaning = new Label(row.meaning());
        meaning.setWrapText(true);
        meaning.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        Label keys = new Label(row.keys());
        keys.getStyleClass().add("keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(meaning, keys);
        line.getStyleClass().add("setting-beside");
        line.setAlignment(Pos.CENTER_LEFT);
        return SettingLine.plain(line, List.of(row.keys(), row.meaning()));
    }
}
