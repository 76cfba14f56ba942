package dev.liveticker.desktop.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * A chapter of the settings.
 *
 * @param id for its entry in the list of chapters
 */
record SettingsSection(String id, String title, List<SettingLine> lines) {

    SettingsSection {
        lines = List.copyOf(lines);
    }

    /** The lines that have to do with what was typed: all of them if it is the chapter's name. */
    List<SettingLine> find(String typed) {
        return lines.stream()
                .filter(line -> {
                    List<String> words = new ArrayList<>(line.words());
                    words.add(title);
                    return SettingsSearch.finds(typed, words);
                })
                .toList();
    }
}
