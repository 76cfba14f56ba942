package dev.liveticker.desktop.opening;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a link such as {@code liveticker://watch/AAPL,MSFT} asks for. Any web page can make one, so it can do no more
 * than put symbols on a list, and is refused whole if any part of it is not as it should be. What is no letter of a
 * symbol may be written with a percent sign, such as {@code %5EGSPC}, in ASCII only.
 */
public sealed interface WatchLink {

    /** In characters. */
    int LONGEST = 2_000;

    int MOST_SYMBOLS = 50;

    /** What stands before the symbols, in whatever case. */
    String START = "liveticker://watch/";

    /** @param list each once, in the link's order; never empty */
    record Symbols(List<Symbol> list) implements WatchLink {

        public Symbols {
            list = List.copyOf(list);
        }
    }

    /** @param why for people */
    record Refused(String why) implements WatchLink {}

    /** Reads one. */
    static WatchLink read(String text) {
        if (text.length() > LONGEST) {
            return new Refused(Texts.of("opening.link.long", LONGEST));
        }
        if (!text.regionMatches(true, 0, START, 0, START.length())) {
            return new Refused(Texts.of("opening.link.form", START + "AAPL,MSFT"));
        }
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (String part : text.substring(START.length()).split(",", -1)) {
            Optional<Symbol> symbol = symbol(part);
            if (symbol.isEmpty()) {
                return new Refused(Texts.of("opening.link.symbol", shown(part)));
            }
            symbols.add(symbol.get());
        }
        return symbols.size() > MOST_SYMBOLS
                ? new Refused(Texts.of("opening.link.many", MOST_SYMBOLS))
                : new Symbols(List.copyOf(symbols));
    }

    private static Optional<Symbol> symbol(String part) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%') {
                boolean whole = i + 2 < part.length();
                int high = whole ? hex(part.charAt(i + 1)) : -1;
                int low = whole ? hex(part.charAt(i + 2)) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                c = (char) (high * 16 + low);
                i += 2;
            } else if (c == '/') {
                // A path, not a symbol; one with a slash in it is written %2F.
                return Optional.empty();
            }
            if (c <= ' ' || c > '~') {
                return Optional.empty();
            }
            decoded.append(c);
        }
        return decoded.chars().anyMatch(Character::isLetterOrDigit)
                ? Symbol.parse(decoded.toString())
                : Optional.empty();
    }

    private static int hex(char c) {
        return c <= '~' ? Character.digit(c, 16) : -1;
    }

    /** The beginning of it, with nothing in it that could make it look like something else. */
    private static String shown(String part) {
        String beginning = part.length() > 30 ? part.substring(0, 30) + "\u2026" : part;
        return beginning.replaceAll("[^!-~\u2026]", "?");
    }
}
