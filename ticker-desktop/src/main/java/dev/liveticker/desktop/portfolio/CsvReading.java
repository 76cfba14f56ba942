package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Texts;
import java.util.List;

/**
 * What a file of transactions says: all of it, or what is wrong with it.
 *
 * @param transactions without ids; empty if anything is wrong
 * @param problems the first {@value #MOST_PROBLEMS} that were found
 */
record CsvReading(List<Transaction> transactions, List<Problem> problems) {

    static final int MOST_PROBLEMS = 100;

    /**
     * Something wrong with a file.
     *
     * @param line where it is, from 1; 0 for the file as a whole
     */
    record Problem(int line, String words) {

        String text() {
            return line == 0 ? words : Texts.of("portfolio.csv.line", String.valueOf(line), words);
        }
    }

    CsvReading {
        transactions = List.copyOf(transactions);
        problems = List.copyOf(problems.size() > MOST_PROBLEMS ? problems.subList(0, MOST_PROBLEMS) : problems);
        if (!problems.isEmpty() && !transactions.isEmpty()) {
            throw new IllegalArgumentException("of a file with a fault, nothing is taken");
        }
    }

    static CsvReading failed(int line, String words) {
        return new CsvReading(List.of(), List.of(new Problem(line, words)));
    }
}
