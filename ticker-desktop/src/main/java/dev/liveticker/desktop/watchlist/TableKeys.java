package dev.liveticker.desktop.watchlist;

import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** What the keyboard does in the table, besides what every table does. */
final class TableKeys {

    private final WatchlistViewModel model;
    private final TableView<QuoteRow> table;
    private final RowActions actions;
    private final RowDragging dragging;
    private final FilterBar filter;

    TableKeys(
            WatchlistViewModel model,
            TableView<QuoteRow> table,
            RowActions actions,
            RowDragging dragging,
            FilterBar filter) {
        this.model = model;
        this.table = table;
        this.actions = actions;
        this.dragging = dragging;
        this.filter = filter;
    }

    void install() {
        // Before the table, which would walk with Alt and an arrow as it does without.
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!(event.getTarget() instanceof TextInputControl) && press(event)) {
                event.consume();
            }
        });
        table.addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    private boolean press(KeyEvent event) {
        boolean command = event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        boolean alt = event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> actions.remove();
            case F2 -> actions.editNote();
            case C -> {
                return command && run(actions::copy);
            }
            case V -> {
                return command && run(actions::paste);
            }
            case UP -> {
                return alt && run(() -> actions.nudge(-1));
            }
            case DOWN -> {
                return alt && run(() -> actions.nudge(1));
            }
            case ESCAPE -> {
                return dragging.cancel() || clearFilter();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whoever types in the table looks for a row. */
    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain && table.getEditingCell() == null && isWord(typed)) {
            filter.begin(typed);
            event.consume();
        }
    }

    private boolean clearFilter() {
        boolean filtered = !model.filter().get().isEmpty();
        model.filter().set("");
        return filtered;
    }

    private static boolean isWord(String typed) {
        return !typed.isEmpty() && typed.codePoints().allMatch(Character::isLetterOrDigit);
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
