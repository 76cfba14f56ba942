package dev.liveticker.server.alert;

/**
 * How alerts fare.
 *
 * @param alerts there are, fired ones included
 * @param set how often one was set or changed since this desk began
 * @param fired how often one fired since then
 * @param pending notifications that wait to be acknowledged
 * @param dropped notifications that were dropped ever, since too many of one user's waited
 * @param failing whether they cannot be saved at the moment, so that nobody is told of any
 */
public record AlertFigures(long alerts, long set, long fired, long pending, long dropped, boolean failing) {

    /** Of a desk where nothing has happened yet. */
    public static final AlertFigures NOTHING = new AlertFigures(0, 0, 0, 0, 0, false);
}
