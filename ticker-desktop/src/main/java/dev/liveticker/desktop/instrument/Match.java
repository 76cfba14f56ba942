package dev.liveticker.desktop.instrument;

import dev.liveticker.model.Instrument;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well an instrument answers what somebody typed.
 *
 * @param rank 0 is best: the symbol itself, then its beginning, the beginning of a word of the name, anywhere
 */
record Match(Instrument instrument, int rank) {

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::rank)
            .thenComparingInt(match -> match.instrument().symbol().text().length())
            .thenComparing(match -> match.instrument().symbol());

    static List<Instrument> best(Collection<Instrument> instruments, String query, int limit) {
        String wanted = query.strip().toUpperCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return instruments.stream()
                .flatMap(instrument -> of(instrument, wanted).stream())
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(Match::instrument)
                .toList();
    }

    private static Optional<Match> of(Instrument instrument, String wanted) {
        String symbol = instrument.symbol().text();
        String name = instrument.name().toUpperCase(Locale.ROOT);
        if (symbol.equals(wanted)) {
            return Optional.of(new Match(instrument, 0));
        }
        if (symbol.startsWith(wanted)) {
            return Optional.of(new Match(instrument, 1));
        }
        if (name.startsWith(wanted)) {
            return Optional.of(new Match(instrument, 2));
        }
        if (name.contains(' ' + wanted)) {
            return Optional.of(new Match(instrument, 3));
        }
        // Symbols such as ^GSPC or BTC-USD are also looked for by what stands inside them.
        if (symbol.contains(wanted)) {
            return Optional.of(new Match(instrument, 4));
        }
        return name.contains(wanted) ? Optional.of(new Match(instrument, 5)) : Optional.empty();
    }
}
