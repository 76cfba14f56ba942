package dev.liveticker.desktop.watchlist;

/**
 * What the list has to say for a while.
 *
 * @param text for people; empty for nothing
 * @param undoable whether the way back is offered with it
 */
public record Remark(String text, boolean undoable) {

    static final Remark NONE = new Remark("", false);

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
