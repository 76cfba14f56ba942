package dev.liveticker.desktop.alert;

import dev.liveticker.model.Alert;

/**
 * One alert of the list.
 *
 * @param alert as the server has it, or as it was asked for where the server has not answered
 * @param problem why the server did not do what was asked of this alert, for people; empty if it did
 */
record AlertRow(Alert alert, Standing standing, String problem) {

    /** What becomes of it. */
    enum Standing {
        /** The server waits for its condition. */
        ARMED,
        /** It fired, and is not armed any more. */
        FIRED,
        /** The server has not answered yet. */
        WAITING,
        /** The server does not want it. */
        REFUSED
    }
}
