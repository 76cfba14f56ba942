package dev.liveticker.server.access;

import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which symbols may be seen.
 *
 * @param all whether every one may, whatever else is named
 * @param named those that may, one by one
 * @param prefixes upper case, not empty; every symbol that begins with one of them may
 */
public record AllowedSymbols(boolean all, Set<Symbol> named, List<String> prefixes) {

    private static final String ANY = "*";
    private static final AllowedSymbols ALL = new AllowedSymbols(true, Set.of(), List.of());
    private static final AllowedSymbols NONE = new AllowedSymbols(false, Set.of(), List.of());

    public AllowedSymbols {
        named = Set.copyOf(named);
        prefixes = List.copyOf(prefixes);
    }

    public static AllowedSymbols everything() {
        return ALL;
    }

    public static AllowedSymbols nothing() {
        return NONE;
    }

    /**
     * Reads what a token or a person writes: symbols in any case, {@code *} for all, {@code BTC-*} for all that begin
     * so.
     *
     * @throws IllegalArgumentException if one of them is neither
     */
    public static AllowedSymbols parse(List<String> patterns) {
        Set<Symbol> named = new HashSet<>();
        List<String> prefixes = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.equals(ANY)) {
                return ALL;
            }
            boolean prefix = pattern.endsWith(ANY);
            String text = prefix ? pattern.substring(0, pattern.length() - 1) : pattern;
            Symbol symbol = Symbol.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a symbol, the beginning of one and a *, or * alone expected"));
            if (prefix) {
                prefixes.add(symbol.text());
            } else {
                named.add(symbol);
            }
        }
        return new AllowedSymbols(false, named, prefixes);
    }

    public boolean allows(Symbol symbol) {
        return all || named.contains(symbol) || prefixes.stream().anyMatch(symbol.text()::startsWith);
    }
}
