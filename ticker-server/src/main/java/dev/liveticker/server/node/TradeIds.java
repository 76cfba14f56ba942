package dev.liveticker.server.node;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers trades as they come out of the log, so that they rise by one whichever node ran the market, and whatever of
 * what it wanted to add got lost with it. For one thread.
 */
final class TradeIds {

    private final Map<Symbol, Long> last = new LinkedHashMap<>();

    TradeIds(List<Instrument> instruments) {
        instruments.forEach(instrument -> last.put(instrument.symbol(), 0L));
    }

    /** The same events, their trades numbered. */
    List<MarketEvent> number(List<MarketEvent> events) {
        List<MarketEvent> numbered = new ArrayList<>(events.size());
        for (MarketEvent event : events) {
            Long before = event instanceof Trade ? last.get(event.symbol()) : null;
            if (before != null && event instanceof Trade trade) {
                long id = before + 1;
                last.put(trade.symbol(), id);
                numbered.add(new Trade(
                        trade.symbol(), trade.seq(), id, trade.price(), trade.size(), trade.side(), trade.time()));
            } else {
                numbered.add(event);
            }
        }
        return numbered;
    }

    /** The newest of each instrument, in their order; 0 for none. */
    List<Long> capture() {
        return List.copyOf(last.values());
    }

    /** Goes on from there. */
    void restore(List<Long> newest) {
        Iterator<Long> next = newest.iterator();
        last.replaceAll((_, _) -> next.next());
    }
}
