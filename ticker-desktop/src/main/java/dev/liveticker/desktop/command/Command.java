package dev.liveticker.desktop.command;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Something the desktop can do.
 *
 * @param id the same from version to version, since what was used lately is remembered by it
 * @param title what it does, for people
 * @param keys combinations that call it wherever the keyboard is, as {@link KeyNames} reads them; the first is the one
 *     that is shown beside it
 * @param yieldsToTyping whether a text field that holds text gets the keys instead
 * @param enabled whether it can be done now
 * @param action does it, on the FX thread
 */
public record Command(
        String id, String title, List<String> keys, boolean yieldsToTyping, BooleanSupplier enabled, Runnable action) {

    public Command {
        keys = List.copyOf(keys);
    }

    /** One that can always be done. */
    public static Command of(String id, String title, Runnable action, String... keys) {
        return new Command(id, title, List.of(keys), false, () -> true, action);
    }

    /** The same, while a condition holds. */
    public Command when(BooleanSupplier condition) {
        return new Command(id, title, keys, yieldsToTyping, condition, action);
    }

    /** The same, but a text field that holds text gets the keys instead. */
    public Command yieldingToTyping() {
        return new Command(id, title, keys, true, enabled, action);
    }

    /** Does it if it can be done now. */
    public void run() {
        if (enabled.getAsBoolean()) {
            action.run();
        }
    }
}
