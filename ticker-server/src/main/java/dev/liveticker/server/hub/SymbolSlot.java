package dev.liveticker.server.hub;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.MarketHistory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All the hub keeps of one symbol, by what can be subscribed to. */
final class SymbolSlot {

    private final Symbol symbol;
    private final boolean index;
    private final QuoteSlot quote = new QuoteSlot();
    private final Lane trades;
    private final Lane status;
    private final Map<Interval, BarLane> bars = new EnumMap<>(Interval.class);

    SymbolSlot(Instrument instrument, MarketHistory history) {
        this.symbol = instrument.symbol();
        this.index = instrument.kind() == AssetClass.INDEX;
        this.trades = new Lane(symbol);
        this.status = new Lane(symbol);
        for (Interval interval : Interval.values()) {
            bars.put(interval, new BarLane(symbol, () -> history.open(symbol, interval)));
        }
    }

    Symbol symbol() {
        return symbol;
    }

    /** Whether it is an index, which has a value but no trades. */
    boolean index() {
        return index;
    }

    QuoteSlot quote() {
        return quote;
    }

    Lane trades() {
        return trades;
    }

    /** Changes of its trading status, which every subscriber of the symbol gets. */
    Lane status() {
        return status;
    }

    /** What is to be known of it to go on. */
    HubState.OfSymbol capture() {
        List<Long> open = new ArrayList<>(bars.size());
        bars.values().forEach(lane -> open.add(lane.eventSeq()));
        return new HubState.OfSymbol(quote.event(), open);
    }

    /** Goes on from there. Nobody may be looking on. */
    void restore(HubState.OfSymbol state) {
        quote.restore(state.quote());
        trades.restart();
        status.restart();
        Iterator<Long> open = state.openBars().iterator();
        bars.values().forEach(lane -> lane.restore(open.next()));
    }

    /** The value that a topic shows; absent where it has none. */
    @Nullable
    Value value(Topic topic) {
        return switch (topic.channel()) {
            case QUOTES -> quote;
            case TRADES -> null;
            case BARS -> bars(interval(topic));
        };
    }

    /** The lossless messages of a topic; absent where it has none of its own. */
    @Nullable
    Lane lane(Topic topic) {
        return switch (topic.channel()) {
            case QUOTES -> null;
            case TRADES -> trades;
            case BARS -> bars(interval(topic)).closed();
        };
    }

    private static Interval interval(Topic topic) {
        return Objects.requireNonNull(topic.interval());
    }

    BarLane bars(Interval interval) {
        return Objects.requireNonNull(bars.get(interval));
    }
}
