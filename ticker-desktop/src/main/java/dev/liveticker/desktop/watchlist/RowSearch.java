package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.instrument.InstrumentDirectory;

/** Whether a text holds what somebody typed into the filter, whatever case and look-alike letters either has. */
final class RowSearch {

    private RowSearch() {}

    /** @param wanted folded already; the empty text is in every other */
    static boolean isIn(String text, String wanted) {
        return !text.isEmpty() && InstrumentDirectory.fold(text).contains(wanted);
    }
}
