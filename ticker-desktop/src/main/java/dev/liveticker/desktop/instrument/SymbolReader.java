package dev.liveticker.desktop.instrument;

import dev.liveticker.model.Symbol;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody who typed or pasted a symbol means: letters of other alphabets that look like Latin ones, full-width
 * letters, dashes and invisible characters of web pages, lower case, a {@code $} before it, an exchange in front of it,
 * and the ways others spell a class of shares, an index or a pair of currencies.
 */
final class SymbolReader {

    /** As long as a symbol with everything that may stand around it; more is no symbol. */
    private static final int LONGEST = 64;

    /** Cyrillic and Greek capitals that cannot be told from the Latin ones below them, each in its place. */
    private static final String ALIKE = "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425"
            + "\u0405\u0406\u0408\u051A\u051C\u04AE\u04C0"
            + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u0130";

    private static final String LATIN = "ABEKMHOPCTYX" + "SIJQWYI" + "ABEZHIKMNOPTYXI";

    /** Dashes, dots, slashes and carets of other keyboards and of typesetters. */
    private static final String MARKS =
            "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63" + "\u00B7\u2024\u3002" + "\u2044\u2215" + "\u02C6";

    private static final String PLAIN_MARKS = "--------" + "..." + "//" + "^";

    /** What stands between the parts of a symbol. */
    private static final Pattern PART = Pattern.compile("[-/._ ]");

    /** The same, with several of them taken for one. */
    private static final Pattern PARTS = Pattern.compile("[-/._ ]+");

    private static final Set<String> CURRENCIES = Set.of(
            "AUD", "BRL", "CAD", "CHF", "CNH", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "INR", "JPY",
            "KRW", "MXN", "NOK", "NZD", "PLN", "SEK", "SGD", "THB", "TRY", "USD", "ZAR");

    private SymbolReader() {}

    /** In capital Latin letters wherever it looks like that, blanks around it dropped. */
    static String fold(String typed) {
        String upper = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            int type = Character.getType(c);
            if (type == Character.FORMAT || type == Character.NON_SPACING_MARK || c == '\uFE0F') {
                continue;
            }
            folded.append(alike(c));
        }
        return folded.toString().strip();
    }

    /** What to look for when somebody typed this. */
    static String query(String typed) {
        String folded = fold(typed);
        return folded.startsWith("$") || folded.startsWith("#")
                ? folded.substring(1).strip()
                : folded;
    }

    /**
     * The symbol that is meant.
     *
     * @param known whether there is an instrument of this symbol
     * @param anyKnown whether the instruments are known at all; if so, a spelling that none of them has is left as it
     *     is for the server to answer
     */
    static Optional<Symbol> read(String typed, Predicate<Symbol> known, boolean anyKnown) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = query(typed);
        Optional<Symbol> meant = guesses(plain)
                .flatMap(guess -> Symbol.parse(guess).stream())
                .filter(known)
                .findFirst();
        if (meant.isPresent()) {
            return meant;
        }
        Optional<Symbol> literal = hasSubstance(plain) ? Symbol.parse(plain) : Optional.empty();
        return anyKnown ? literal : usual(plain).or(() -> literal);
    }

    private static Stream<String> guesses(String plain) {
        int colon = plain.lastIndexOf(':');
        return colon > 0 && colon < plain.length() - 1
                ? Stream.concat(spellings(plain), spellings(plain.substring(colon + 1)))
                : spellings(plain);
    }

    /** The ways others spell the same, likeliest first. */
    private static Stream<String> spellings(String text) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(text);
        List<String> parts = List.of(PARTS.split(text, -1));
        if (parts.size() == 2) {
            spellings.add(parts.get(0) + '.' + parts.get(1));
            spellings.add(parts.get(0) + '-' + parts.get(1));
            spellings.add(parts.get(0) + parts.get(1) + "=X");
        } else if (parts.size() == 1 && isLetters(text)) {
            if (text.length() == 6) {
                spellings.add(text + "=X");
            }
            if (text.length() > 5) {
                spellings.add(text.substring(0, text.length() - 3) + '-' + text.substring(text.length() - 3));
            }
            spellings.add('^' + text);
            spellings.add(text + "-USD");
        }
        return spellings.stream();
    }

    /** What a spelling usually means where the instruments are not known: a class of shares, or two currencies. */
    private static Optional<Symbol> usual(String plain) {
        String[] parts = PART.split(plain, -1);
        if (parts.length == 2
                && isLetters(parts[0])
                && parts[0].length() <= 5
                && parts[1].length() == 1
                && isLetters(parts[1])) {
            return Symbol.parse(parts[0] + '.' + parts[1]);
        }
        String pair = parts.length == 2 ? parts[0] + parts[1] : plain;
        boolean currencies = pair.length() == 6
                && CURRENCIES.contains(pair.substring(0, 3))
                && CURRENCIES.contains(pair.substring(3));
        return currencies ? Symbol.parse(pair + "=X") : Optional.empty();
    }

    private static boolean hasSubstance(String text) {
        return text.chars().anyMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }

    private static boolean isLetters(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static char alike(char c) {
        int letter = ALIKE.indexOf(c);
        if (letter >= 0) {
            return LATIN.charAt(letter);
        }
        int mark = MARKS.indexOf(c);
        return mark >= 0 ? PLAIN_MARKS.charAt(mark) : c;
    }
}
