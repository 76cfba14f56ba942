package dev.liveticker.desktop.app;

import dev.liveticker.desktop.command.Command;
import dev.liveticker.desktop.command.KeyNote;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything the desktop can do, each thing once: the palette finds it here, the keyboard is taught from here, and the
 * list of keys is made from here.
 */
final class Commands {

    static final String PALETTE = "palette";
    static final String PALETTE_KEYS = "Shortcut+K";
    static final String TRANSPORT_KEYS = "Shortcut+T";
    static final String MINI_KEYS = "Shortcut+Shift+M";

    private final List<Command> all = new ArrayList<>();

    /** What commands need of the windows. */
    record Windows(
            Runnable palette, Runnable settings, Runnable mini, Runnable log, Runnable shortcuts, Runnable close) {}

    Commands(MainView view, Workbench workbench, Windows windows) {
        add(PALETTE, Texts.of("shortcuts.palette"), windows.palette(), PALETTE_KEYS);
        add("add", Texts.of("shortcuts.add"), view::focusAdding, "Shortcut+N", "Shortcut+F");
        add("list", Texts.of("shortcuts.list"), view.watchlist()::focusTable, "Shortcut+L");
        all.add(Command.of("undo", Texts.of("shortcuts.undo"), workbench.watchlist()::undo, "Shortcut+Z")
                .yieldingToTyping()
                .when(() -> !view.undoesElsewhere()));
        all.add(Command.of(
                        "redo",
                        Texts.of("shortcuts.redo"),
                        workbench.watchlist()::redo,
                        "Shortcut+Shift+Z",
                        "Shortcut+Y")
                .yieldingToTyping()
                .when(() -> !view.undoesElsewhere()));
        add("transport", Texts.of("shortcuts.transport"), workbench::switchTransport, TRANSPORT_KEYS);
        all.add(Command.of("retry", Texts.of("shortcuts.retry"), workbench.connection()::retryNow, "Shortcut+R")
                .when(() -> workbench.connection().light().get() == ConnectionViewModel.Light.WAITING));
        add("theme", Texts.of("shortcuts.theme"), view::toggleTheme, "Shortcut+D");
        add("tape", Texts.of("shortcuts.tape"), workbench.tape()::toggle, "Shortcut+Shift+T");
        all.add(Command.of(
                        "tape-faster",
                        Texts.of("shortcuts.tape.faster"),
                        () -> workbench.tape().faster(1))
                .when(workbench.tape().on()::get));
        all.add(Command.of(
                        "tape-slower",
                        Texts.of("shortcuts.tape.slower"),
                        () -> workbench.tape().faster(-1))
                .when(workbench.tape().on()::get));
        add("mini", Texts.of("shortcuts.mini"), windows.mini(), MINI_KEYS);
        add("log", Texts.of("shortcuts.log"), windows.log());
        add("hints", Texts.of("shortcuts.hints"), workbench.hints()::again);
        add("settings", Texts.of("shortcuts.settings"), windows.settings(), "Shortcut+Comma");
        add("shortcuts", Texts.of("shortcuts.help"), windows.shortcuts(), "F1");
        add("quit", Texts.of("shortcuts.quit"), windows.close(), "Shortcut+Q");
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    /** What controls understand by themselves. */
    static List<KeyNote> notes() {
        String list = Texts.of("shortcuts.in.watchlist");
        String chart = Texts.of("shortcuts.in.chart");
        String others = Texts.of("shortcuts.in.others");
        return List.of(
                new KeyNote(list, Texts.of("shortcuts.rows"), List.of("Up", "Down")),
                new KeyNote(list, Texts.of("shortcuts.move"), List.of("Alt+Up", "Alt+Down")),
                new KeyNote(list, Texts.of("shortcuts.remove"), List.of("Delete")),
                new KeyNote(list, Texts.of("shortcuts.note"), List.of("F2")),
                new KeyNote(list, Texts.of("shortcuts.copy"), List.of("Shortcut+C")),
                new KeyNote(list, Texts.of("shortcuts.paste"), List.of("Shortcut+V")),
                new KeyNote(list, Texts.of("shortcuts.lists"), List.of("Shortcut+1", "Shortcut+9")),
                new KeyNote(chart, Texts.of("shortcuts.chart.pan"), List.of("Left", "Right")),
                new KeyNote(chart, Texts.of("shortcuts.chart.ends"), List.of("Home", "End")),
                new KeyNote(chart, Texts.of("shortcuts.chart.zoom"), List.of("Plus", "Minus")),
                new KeyNote(chart, Texts.of("shortcuts.chart.stretch"), List.of("Up", "Down")),
                new KeyNote(chart, Texts.of("shortcuts.chart.all"), List.of("0")),
                new KeyNote(chart, Texts.of("shortcuts.chart.close"), List.of("Shortcut+W")),
                new KeyNote(others, Texts.of("shortcuts.others.change"), List.of("Enter")),
                new KeyNote(others, Texts.of("shortcuts.others.remove"), List.of("Delete")),
                new KeyNote(others, Texts.of("shortcuts.others.add"), List.of("Insert")),
                new KeyNote(others, Texts.of("shortcuts.others.back"), List.of("Escape")));
    }

    private void add(String id, String title, Runnable action, String... keys) {
        all.add(Command.of(id, title, action, keys));
    }
}
