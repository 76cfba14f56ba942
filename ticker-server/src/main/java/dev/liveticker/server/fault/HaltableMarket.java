package dev.liveticker.server.fault;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Status;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.TappedMarket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A market in which trading can be halted from outside. Nothing of a halted symbol is passed on; what happens to it
 * meanwhile is as if it had never happened, but for the prices it leaves. Any thread may halt.
 */
public final class HaltableMarket extends TappedMarket {

    static final String REASON = "simulated fault";

    /** Held while events are given, so that nothing of a symbol comes after the word that it is halted. */
    private final ReentrantLock giving = new ReentrantLock();

    private final Map<Symbol, Withheld> withheld = new HashMap<>();
    private @Nullable Consumer<List<MarketEvent>> listener;

    public HaltableMarket(MarketSource market) {
        super(market);
    }

    /**
     * Starts it, or starts it again: what was withheld before is then no longer part of what it tells, and those who
     * listen now hear which symbols are halted.
     */
    @Override
    public void start(Consumer<List<MarketEvent>> newListener) {
        giving.lock();
        try {
            listener = newListener;
            withheld.values().removeIf(own -> !own.halted());
            List<MarketEvent> halted = new ArrayList<>();
            withheld.replaceAll((symbol, own) -> {
                halted.add(new Status(symbol, 0, TradingStatus.HALTED, REASON));
                return own.anew();
            });
            if (!halted.isEmpty()) {
                newListener.accept(List.copyOf(halted));
            }
        } finally {
            giving.unlock();
        }
        market.start(events -> pass(newListener, events));
    }

    /**
     * From now on exactly these symbols are halted; those that were and are no longer go on.
     *
     * @param halted each with the status it is in as far as others know, which it goes back to
     */
    public void halt(Map<Symbol, TradingStatus> halted) {
        giving.lock();
        try {
            List<MarketEvent> events = new ArrayList<>();
            withheld.forEach((symbol, own) -> {
                if (own.halted() && !halted.containsKey(symbol)) {
                    events.addAll(own.resume());
                }
            });
            halted.forEach((symbol, before) -> {
                Withheld own = withheld.computeIfAbsent(symbol, Withheld::new);
                if (!own.halted()) {
                    own.halt(before);
                    events.add(new Status(symbol, 0, TradingStatus.HALTED, REASON));
                }
            });
            if (listener != null && !events.isEmpty()) {
                listener.accept(List.copyOf(events));
            }
        } finally {
            giving.unlock();
        }
    }

    private void pass(Consumer<List<MarketEvent>> to, List<MarketEvent> events) {
        giving.lock();
        try {
            List<MarketEvent> passed = withheld.isEmpty() ? events : rest(events);
            if (!passed.isEmpty()) {
                to.accept(passed);
            }
        } finally {
            giving.unlock();
        }
    }

    private List<MarketEvent> rest(List<MarketEvent> events) {
        List<MarketEvent> rest = new ArrayList<>(events.size());
        for (MarketEvent event : events) {
            Withheld own = withheld.get(event.symbol());
            if (own == null) {
                rest.add(event);
            } else if (own.halted()) {
                own.withhold(event);
            } else {
                rest.add(own.adjust(event));
            }
        }
        return rest;
    }
}
