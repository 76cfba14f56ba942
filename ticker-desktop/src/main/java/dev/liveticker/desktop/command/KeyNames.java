package dev.liveticker.desktop.command;

import dev.liveticker.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes key combinations as the keyboard in front of a person has them. No JavaFX in it. */
public final class KeyNames {

    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    /** In the order in which a Mac lists them. */
    private static final List<String> MODIFIERS = List.of("Ctrl", "Alt", "Shift", "Shortcut");

    private KeyNames() {}

    /**
     * For this machine.
     *
     * @param combination as the toolkit reads it, such as {@code Shortcut+Shift+M}; {@code Shortcut} is the modifier
     *     that commands have here, Ctrl or ⌘
     */
    public static String of(String combination) {
        return of(combination, MAC);
    }

    /** Several, one beside the other. */
    static String of(List<String> combinations) {
        return String.join("  ", combinations.stream().map(KeyNames::of).toList());
    }

    static String of(String combination, boolean mac) {
        List<String> keys = new ArrayList<>(List.of(combination.split("\\+")));
        if (!mac) {
            return String.join(" ", keys.stream().map(KeyNames::written).toList());
        }
        keys.sort((a, b) -> Integer.compare(place(a), place(b)));
        return String.join("", keys.stream().map(KeyNames::drawn).toList());
    }

    private static int place(String key) {
        int index = MODIFIERS.indexOf(key);
        return index < 0 ? MODIFIERS.size() : index;
    }

    private static String written(String key) {
        return switch (key) {
            case "Shortcut", "Ctrl" -> Texts.of("command.key.ctrl");
            case "Shift" -> Texts.of("command.key.shift");
            case "Alt" -> Texts.of("command.key.alt");
            case "Delete" -> Texts.of("command.key.delete");
            case "Insert" -> Texts.of("command.key.insert");
            case "Home" -> Texts.of("command.key.home");
            case "End" -> Texts.of("command.key.end");
            default -> common(key);
        };
    }

    private static String drawn(String key) {
        return switch (key) {
            case "Shortcut" -> "\u2318";
            case "Ctrl" -> "\u2303";
            case "Shift" -> "\u21e7";
            case "Alt" -> "\u2325";
            case "Delete" -> "\u232b";
            case "Home" -> "\u2196";
            case "End" -> "\u2198";
            default -> common(key);
        };
    }

    private static String common(String key) {
        return switch (key) {
            case "Up" -> "\u2191";
            case "Down" -> "\u2193";
            case "Left" -> "\u2190";
            case "Right" -> "\u2192";
            case "Plus" -> "+";
            case "Minus" -> "\u2212";
            case "Comma" -> ",";
            case "Enter" -> "\u21b5";
            case "Escape" -> "Esc";
            default -> key;
        };
    }
}
