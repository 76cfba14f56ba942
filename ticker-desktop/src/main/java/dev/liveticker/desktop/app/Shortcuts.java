package dev.liveticker.desktop.app;

import dev.liveticker.desktop.command.Command;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Teaches a scene the keys of commands. */
final class Shortcuts {

    private final Scene scene;

    Shortcuts(Scene scene) {
        this.scene = scene;
    }

    void install(List<Command> commands) {
        HeldKeys held = new HeldKeys(scene);
        List<KeyCombination> once = commands.stream()
                .filter(command -> !command.yieldsToTyping())
                .flatMap(command -> command.keys().stream())
                .map(KeyCombination::keyCombination)
                .toList();
        // What opens or switches something does so once, however long its key is held.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (held.isRepeated(event) && once.stream().anyMatch(keys -> keys.match(event))) {
                event.consume();
            }
        });
        for (Command command : commands) {
            for (String keys : command.keys()) {
                KeyCombination combination = KeyCombination.keyCombination(keys);
                if (command.yieldsToTyping()) {
                    installBeforeControls(combination, command);
                } else {
                    scene.getAccelerators().put(combination, command::run);
                }
            }
        }
    }

    /** Before the focused control sees them: a text field would keep them for itself even when it holds no text. */
    private void installBeforeControls(KeyCombination combination, Command command) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean typing = scene.getFocusOwner() instanceof TextInputControl field && field.getLength() > 0;
            if (combination.match(event) && !typing && command.enabled().getAsBoolean()) {
                command.run();
                event.consume();
            }
        });
    }
}
