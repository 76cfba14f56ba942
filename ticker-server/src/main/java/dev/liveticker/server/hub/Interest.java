package dev.liveticker.server.hub;

import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What someone has subscribed to: symbols by topic, each with its highest rate (0 for no limit). Never changed once it
 * is shared; equal if the same is wanted, in whatever order it was asked for.
 */
final class Interest {

    static final Interest NONE = new Interest(Map.of());

    private final Map<Topic, Map<SymbolSlot, Double>> wanted;
    private int hash;

    private Interest(Map<Topic, Map<SymbolSlot, Double>> wanted) {
        this.wanted = wanted;
    }

    boolean has(Topic topic, SymbolSlot slot) {
        Map<SymbolSlot, Double> symbols = wanted.get(topic);
        return symbols != null && symbols.containsKey(slot);
    }

    int size(Topic topic) {
        Map<SymbolSlot, Double> symbols = wanted.get(topic);
        return symbols == null ? 0 : symbols.size();
    }

    List<Topic> topics() {
        return List.copyOf(wanted.keySet());
    }

    List<Symbol> symbols(Topic topic) {
        List<Symbol> found = new ArrayList<>(size(topic));
        forEach(topic, (slot, rate) -> found.add(slot.symbol()));
        return found;
    }

    void forEach(Topic topic, BiConsumer<SymbolSlot, Double> action) {
        Map<SymbolSlot, Double> symbols = wanted.get(topic);
        if (symbols != null) {
            symbols.forEach(action);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interest that && hashCode() == that.hashCode() && wanted.equals(that.wanted);
    }

    // Counted when it is first needed: it walks through all there is.
    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = wanted.hashCode();
        }
        return hash;
    }

    /** An interest that is being changed. */
    static final class Draft {

        private final Map<Topic, Map<SymbolSlot, Double>> wanted = new LinkedHashMap<>();

        Draft(Interest from) {
            from.wanted.forEach((topic, symbols) -> wanted.put(topic, new LinkedHashMap<>(symbols)));
        }

        void put(Topic topic, SymbolSlot slot, double maxRate) {
            wanted.computeIfAbsent(topic, key -> new LinkedHashMap<>()).put(slot, maxRate);
        }

        void remove(Topic topic, SymbolSlot slot) {
            Map<SymbolSlot, Double> symbols = wanted.get(topic);
            if (symbols != null && symbols.remove(slot) != null && symbols.isEmpty()) {
                wanted.remove(topic);
            }
        }

        /** As it stands; the draft is not to be changed any more. */
        Interest done() {
            return wanted.isEmpty() ? NONE : new Interest(wanted);
        }

        /** As it stands, to be looked at only until the draft is changed. */
        Interest soFar() {
            return new Interest(wanted);
        }
    }
}
