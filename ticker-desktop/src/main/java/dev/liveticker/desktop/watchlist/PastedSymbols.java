package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a pasted text has of symbols, whatever separates them. Of a line with tabs, as a spreadsheet gives it, only
 * whole cells count.
 *
 * @param symbols each once, in their order
 * @param unclear words that are no symbol, or none that anybody would have written so
 */
record PastedSymbols(List<Symbol> symbols, List<String> unclear) {

    /** More is no list of symbols. */
    static final int LONGEST = 500_000;

    private static final int MOST_UNCLEAR = 100;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;|\"'()\\[\\]{}<>]+");
    private static final String SENTENCE_END = ".:!?";

    /**
     * @param reader what symbol somebody means by a text
     * @param known whether there is an instrument of it: if so, it counts however it is written
     */
    static PastedSymbols read(String text, Function<String, Optional<Symbol>> reader, Predicate<Symbol> known) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        List<String> unclear = new ArrayList<>();
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (String line : LINE_END.split(bounded, -1)) {
            boolean cells = line.indexOf('\t') >= 0;
            for (String part : (cells ? TAB : SEPARATORS).split(line, -1)) {
                String word = withoutSentenceEnd(part.strip());
                Optional<Symbol> symbol = reader.apply(word);
                boolean sure = symbol.isPresent() && known.test(symbol.get());
                if (sure || (symbol.isPresent() && !cells && isTyped(word))) {
                    symbols.add(symbol.get());
                } else if (!cells && hasLetter(word) && unclear.size() < MOST_UNCLEAR) {
                    unclear.add(ForeignText.excerpt(word));
                }
            }
        }
        return new PastedSymbols(List.copyOf(symbols), List.copyOf(unclear));
    }

    private static String withoutSentenceEnd(String word) {
        int end = word.length();
        while (end > 0 && SENTENCE_END.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /** Whether somebody wrote it as a symbol: with letters, all of them capital. */
    private static boolean isTyped(String word) {
        return hasLetter(word) && word.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean hasLetter(String word) {
        return word.chars().anyMatch(Character::isLetter);
    }
}
