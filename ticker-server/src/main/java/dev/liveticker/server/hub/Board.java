package dev.liveticker.server.hub;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.MarketHistory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the market: it numbers each event, keeps the newest value of each symbol and what must not be lost,
 * and tells whoever looks on. Written by the hub's thread; the newest quotes, history and head may be read by any.
 */
final class Board {

    private static final Logger log = LoggerFactory.getLogger(Board.class);

    private final Map<Symbol, SymbolSlot> slots = new LinkedHashMap<>();
    private final List<Instrument> instruments;
    private final MarketHistory history;
    private final Numbering numbering;
    private final RetainedLog retained;
    private final Set<Complaint> complained = EnumSet.noneOf(Complaint.class);

    /** What a market may do wrong. */
    private enum Complaint {
        UNKNOWN_SYMBOL("is left out"),
        FOREIGN_BAR("is left out"),
        LARGE_TRADE("is in no bar and not among the trades that are kept"),
        LARGE_VALUE("is in no bar");

        private final String consequence;

        Complaint(String consequence) {
            this.consequence = consequence;
        }
    }

    /**
     * @param opening a whole quote of each instrument
     * @param minutes closed one-minute bars, oldest first, of an instrument
     * @param retainedMessages lossless messages kept
     */
    Board(
            List<Instrument> instruments,
            List<Quote> opening,
            Function<Symbol, List<Bar>> minutes,
            int retainedMessages,
            RandomGenerator random) {
        this(instruments, opening, MarketHistory.after(instruments, minutes), retainedMessages, new Numbering(random));
    }

    /** @param history of these instruments, with what was before; the board's own from now on */
    Board(
            List<Instrument> instruments,
            List<Quote> opening,
            MarketHistory history,
            int retainedMessages,
            Numbering numbering) {
        this.instruments = List.copyOf(instruments);
        this.history = history;
        this.numbering = numbering;
        this.retained = new RetainedLog(retainedMessages);
        for (Instrument instrument : instruments) {
            slots.put(instrument.symbol(), new SymbolSlot(instrument, history));
        }
        open(opening);
    }

    /** What is there before anything happens is numbered too, so that every value has a place in the stream. */
    private void open(List<Quote> opening) {
        for (Quote quote : opening) {
            history.advance(quote.time(), closed -> {});
            SymbolSlot slot = slots.get(quote.symbol());
            if (slot != null) {
                slot.quote().update(quote, numbering.next());
            }
        }
        for (SymbolSlot slot : slots.values()) {
            for (Interval interval : Interval.values()) {
                if (history.hasOpen(slot.symbol(), interval)) {
                    slot.bars(interval).changed(numbering.next());
                }
            }
        }
    }

    /** All that a board has to know to go on as this one does. */
    HubState capture() {
        return new HubState(
                numbering.lastEvent(),
                slots.values().stream().map(SymbolSlot::capture).toList(),
                history.capture());
    }

    /**
     * Goes on as another board does. Nobody may be looking on.
     *
     * @param state of a board of the same instruments
     */
    void restore(String epoch, HubState state) {
        history.restore(state.history());
        retained.restart(state.lastEvent());
        Iterator<HubState.OfSymbol> next = state.symbols().iterator();
        slots.values().forEach(slot -> slot.restore(next.next()));
        numbering.restart(epoch, state.lastEvent());
    }

    List<Instrument> instruments() {
        return instruments;
    }

    Collection<SymbolSlot> slots() {
        return Collections.unmodifiableCollection(slots.values());
    }

    @Nullable
    SymbolSlot slot(Symbol symbol) {
        return slots.get(symbol);
    }

    MarketHistory history() {
        return history;
    }

    Numbering numbering() {
        return numbering;
    }

    RetainedLog retained() {
        return retained;
    }

    /** Takes in what happened, in order. Bars are built from the trades, and change once per call. */
    void publish(List<MarketEvent> events) {
        take(events, null);
    }

    /** The same, but some trades are known here and told to nobody. */
    void publishLosing(List<MarketEvent> events, Predicate<Trade> lost) {
        take(events, lost);
    }

    private void take(List<MarketEvent> events, @Nullable Predicate<Trade> lost) {
        for (MarketEvent event : events) {
            SymbolSlot slot = slots.get(event.symbol());
            if (slot == null) {
                complain(Complaint.UNKNOWN_SYMBOL, "an event of the unknown symbol " + event.symbol());
                continue;
            }
            switch (event) {
                case Quote quote -> {
                    history.advance(quote.time(), this::closed);
                    if (slot.index() && quote.last() != null) {
                        indexValue(quote.symbol(), quote.last(), quote.time());
                    }
                    slot.quote().update(quote, numbering.next());
                }
                case Trade trade -> trade(slot, trade, lost);
                case Status status -> status(slot, status);
                case Bar bar ->
                    complain(Complaint.FOREIGN_BAR, "a bar of " + bar.symbol() + ", though bars are built from trades");
            }
        }
        history.drainChanged(this::changed);
    }

    private void trade(SymbolSlot slot, Trade trade, @Nullable Predicate<Trade> lost) {
        history.advance(trade.time(), this::closed);
        Trade numbered = trade.numbered(numbering.next());
        try {
            history.add(numbered);
        } catch (ArithmeticException e) {
            complain(
                    Complaint.LARGE_TRADE,
                    "a trade of " + trade.symbol() + " too large for its bars (" + e.getMessage() + ")");
        }
        if (lost == null || !lost.test(numbered)) {
            retained.append(slot.trades(), numbered);
        }
    }

    private void indexValue(Symbol index, BigDecimal value, long time) {
        try {
            history.value(index, value, time);
        } catch (ArithmeticException e) {
            complain(Complaint.LARGE_VALUE, "a value of " + index + " too large for its bars (" + e.getMessage() + ")");
        }
    }

    private void status(SymbolSlot slot, Status status) {
        retained.append(slot.status(), status.numbered(numbering.next()));
        // The quote states the status too, so it changes as well, under a number of its own.
        Quote quote = slot.quote().inStatus(status.status());
        if (quote != null) {
            slot.quote().update(quote, numbering.next());
        }
    }

    private void closed(Bar bar) {
        SymbolSlot slot = slots.get(bar.symbol());
        if (slot != null) {
            BarLane lane = slot.bars(bar.interval());
            lane.ended();
            retained.append(lane.closed(), bar.numbered(numbering.next()));
        }
    }

    private void changed(Symbol symbol) {
        SymbolSlot slot = slots.get(symbol);
        if (slot != null) {
            for (Interval interval : Interval.values()) {
                if (history.hasOpen(symbol, interval)) {
                    slot.bars(interval).changed(numbering.next());
                }
            }
        }
    }

    /** Says once of each kind what the market does wrong; it may do so a thousand times a second. */
    private void complain(Complaint kind, String what) {
        if (complained.add(kind)) {
            log.warn("The market sent {}: it {}, and so is the like from now on", what, kind.consequence);
        }
    }
}
