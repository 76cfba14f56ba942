package dev.liveticker.desktop.command;

import dev.liveticker.desktop.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every key there is, made from the commands themselves, so that the list cannot say anything else than the keyboard
 * does.
 */
public record ShortcutSheet(List<Section> sections) {

    /** Where the keys work, and what they do there. */
    public record Section(String title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** @param keys as people read them */
    public record Line(String keys, String title) {}

    public ShortcutSheet {
        sections = List.copyOf(sections);
    }

    /** Commands without keys are left out. */
    public static ShortcutSheet of(List<Command> commands, List<KeyNote> notes) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        for (Command command : commands) {
            if (!command.keys().isEmpty()) {
                add(lines, Texts.of("command.everywhere"), KeyNames.of(command.keys()), command.title());
            }
        }
        for (KeyNote note : notes) {
            add(lines, note.place(), KeyNames.of(note.keys()), note.title());
        }
        return new ShortcutSheet(lines.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static void add(Map<String, List<Line>> lines, String place, String keys, String title) {
        lines.computeIfAbsent(place, ignored -> new ArrayList<>()).add(new Line(keys, title));
    }
}
