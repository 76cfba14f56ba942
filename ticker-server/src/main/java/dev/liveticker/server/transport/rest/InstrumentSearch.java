package dev.liveticker.server.transport.rest;

import dev.liveticker.model.Instrument;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds instruments by what a person types. */
final class InstrumentSearch {

    /** How well an instrument answers a query, best first. */
    private enum Match {
        SYMBOL,
        SYMBOL_BEGINS,
        NAME_BEGINS,
        WORD_BEGINS,
        INSIDE,
        NONE
    }

    private record Found(Instrument instrument, Match match) {}

    private InstrumentSearch() {}

    /** Those whose symbol or name holds the query in any case, best first, equals by symbol; all for a blank query. */
    static List<Instrument> find(List<Instrument> instruments, String query) {
        String wanted = fold(query.strip());
        return instruments.stream()
                .map(instrument -> new Found(instrument, match(instrument, wanted)))
                .filter(found -> found.match() != Match.NONE)
                .sorted(Comparator.comparing(Found::match)
                        .thenComparing(found -> found.instrument().symbol()))
                .map(Found::instrument)
                .toList();
    }

    private static Match match(Instrument instrument, String wanted) {
        String symbol = fold(instrument.symbol().text());
        String name = fold(instrument.name());
        if (symbol.equals(wanted)) {
            return Match.SYMBOL;
        }
        if (symbol.startsWith(wanted)) {
            return Match.SYMBOL_BEGINS;
        }
        if (name.startsWith(wanted)) {
            return Match.NAME_BEGINS;
        }
        if (name.contains(" " + wanted)) {
            return Match.WORD_BEGINS;
        }
        return symbol.contains(wanted) || name.contains(wanted) ? Match.INSIDE : Match.NONE;
    }

    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
