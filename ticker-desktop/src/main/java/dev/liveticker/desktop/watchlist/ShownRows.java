package dev.liveticker.desktop.watchlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows a table shows: those that the filter lets through, in order. Changed as little as possible, so that a table
 * keeps its selection and where it is scrolled to.
 */
final class ShownRows {

    private final ObservableList<QuoteRow> rows = FXCollections.observableArrayList();
    private boolean settling;

    ObservableList<QuoteRow> list() {
        return rows;
    }

    /** Whether it is being changed: what a table then says of its selection is not what a person chose. */
    boolean isSettling() {
        return settling;
    }

    /** Shows those of the rows that pass, in order. */
    void show(List<QuoteRow> all, Predicate<QuoteRow> passes, Comparator<QuoteRow> order) {
        List<QuoteRow> wanted = new ArrayList<>(all.size());
        for (QuoteRow row : all) {
            if (passes.test(row)) {
                wanted.add(row);
            }
        }
        wanted.sort(order);
        settling = true;
        try {
            become(wanted);
        } finally {
            settling = false;
        }
    }

    /** Puts the rows that show in order again, if they are not. */
    void sort(Comparator<QuoteRow> order) {
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                settling = true;
                try {
                    rows.sort(order);
                } finally {
                    settling = false;
                }
                return;
            }
        }
    }

    /** Replaces only what lies between the first and the last row that differ. */
    private void become(List<QuoteRow> wanted) {
        int most = Math.min(rows.size(), wanted.size());
        int head = 0;
        while (head < most && rows.get(head) == wanted.get(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && rows.get(rows.size() - 1 - tail) == wanted.get(wanted.size() - 1 - tail)) {
            tail++;
        }
        if (head < rows.size() - tail) {
            rows.remove(head, rows.size() - tail);
        }
        if (head < wanted.size() - tail) {
            rows.addAll(head, wanted.subList(head, wanted.size() - tail));
        }
    }
}
