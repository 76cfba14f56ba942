package dev.liveticker.server.venue;

import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What symbols are called at a venue, and what they are called here. Immutable. */
public final class Spelling {

    private final Map<String, Symbol> byName = new LinkedHashMap<>();
    private final Map<Symbol, String> bySymbol = new LinkedHashMap<>();

    /** @param names the venue's name of a symbol's text; none twice */
    public Spelling(List<Symbol> symbols, UnaryOperator<String> names) {
        for (Symbol symbol : symbols) {
            String name = names.apply(symbol.text());
            if (byName.putIfAbsent(name, symbol) == null) {
                bySymbol.put(symbol, name);
            }
        }
    }

    /** In the order asked for, each once. */
    public List<Symbol> symbols() {
        return new ArrayList<>(bySymbol.keySet());
    }

    /** What the venue calls them, in the same order. */
    public List<String> names() {
        return new ArrayList<>(bySymbol.values());
    }

    /** What the venue calls one of them. */
    public String name(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, symbol.text());
    }

    /** Which one the venue calls so; empty if none of those asked for. */
    public Optional<Symbol> symbol(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
