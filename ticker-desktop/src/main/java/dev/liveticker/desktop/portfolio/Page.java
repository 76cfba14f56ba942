package dev.liveticker.desktop.portfolio;

import dev.liveticker.model.Symbol;
import java.util.List;

/** What the portfolio shows at the moment: there is room for one thing below a chart. */
sealed interface Page {

    /** All positions and what they come to. */
    record Positions() implements Page {}

    /** What was bought and sold of one symbol. */
    record Transactions(Symbol symbol) implements Page {}

    /** A transaction that is entered or changed. */
    record Entry(EntryViewModel entry) implements Page {}

    /**
     * What a file says, before any of it is taken over.
     *
     * @param file its name
     * @param fresh what of it is not in the portfolio yet
     */
    record Import(String file, CsvReading reading, List<Transaction> fresh) implements Page {
        public Import {
            fresh = List.copyOf(fresh);
        }
    }
}
