package dev.liveticker.desktop.chart;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Gap;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bars between the feed's thread, which fills it, and the FX thread, which empties it: the newest state of each. Of one
 * symbol, or of those that one compares with.
 */
public final class BarInbox {

    /** Of one symbol; far more than come between two pulses. */
    private static final int MOST_WAITING = 5_000;

    private static final String NEW_EPOCH = "new_epoch";

    private final Map<Symbol, TreeMap<Long, Bar>> bars = new HashMap<>();
    private final Set<Symbol> broken = new HashSet<>();
    private final Set<Symbol> anew = new HashSet<>();
    /** Those whose stream has not begun on this connection, as far as is known. */
    private final Set<Symbol> awaited = new HashSet<>();

    private Interval interval = Interval.ONE_MINUTE;

    /**
     * What came since the last look.
     *
     * @param bars oldest first
     * @param broken symbols of which bars were lost, or may have changed before the stream of them began, so that they
     *     must be fetched
     * @param anew symbols whose market began anew, maybe at an earlier time
     */
    record Delivery(Map<Symbol, List<Bar>> bars, Set<Symbol> broken, Set<Symbol> anew) {

        List<Bar> of(Symbol symbol) {
            return bars.getOrDefault(symbol, List.of());
        }
    }

    /** Takes in bars of the watched symbols; other messages do not concern it. */
    public synchronized void accept(Collection<ServerMessage> messages) {
        for (ServerMessage message : messages) {
            if (message instanceof Bar bar && bar.interval() == interval) {
                take(bar);
            } else if (message instanceof Welcome) {
                awaited.addAll(bars.keySet());
            } else if (message instanceof Subscribed subscribed && subscribed.channel() == Channel.BARS) {
                begin(subscribed);
            } else if (message instanceof Gap gap && gap.channel() == Channel.BARS) {
                lose(gap);
            }
        }
    }

    /** Forgets what came, and takes in bars of this symbol alone from now on, or of none. */
    synchronized void watch(@Nullable Symbol symbol, Interval of) {
        watch(symbol == null ? List.of() : List.of(symbol));
        begin(of);
    }

    /** Takes in bars of these symbols from now on. What came of one that was watched before stays to be fetched. */
    synchronized void watch(Collection<Symbol> symbols) {
        bars.keySet().retainAll(symbols);
        broken.retainAll(symbols);
        anew.retainAll(symbols);
        awaited.retainAll(symbols);
        for (Symbol symbol : symbols) {
            if (bars.putIfAbsent(symbol, new TreeMap<>()) == null) {
                awaited.add(symbol);
            }
        }
    }

    /** Forgets what came, and takes in bars of this interval from now on. */
    synchronized void begin(Interval of) {
        interval = of;
        bars.values().forEach(Map::clear);
        broken.clear();
        anew.clear();
        awaited.addAll(bars.keySet());
    }

    synchronized Delivery drain() {
        Map<Symbol, List<Bar>> drained = new HashMap<>();
        bars.forEach((symbol, waiting) -> {
            if (!waiting.isEmpty()) {
                drained.put(symbol, new ArrayList<>(waiting.values()));
                waiting.clear();
            }
        });
        Delivery delivery = new Delivery(drained, Set.copyOf(broken), Set.copyOf(anew));
        broken.clear();
        anew.clear();
        return delivery;
    }

    private void take(Bar bar) {
        TreeMap<Long, Bar> waiting = bars.get(bar.symbol());
        if (waiting == null) {
            return;
        }
        waiting.put(bar.start(), bar);
        if (waiting.size() > MOST_WAITING) {
            waiting.pollFirstEntry();
            broken.add(bar.symbol());
        }
    }

    /** Of a symbol, the first answer that names it counts; those after it are about others. */
    private void begin(Subscribed subscribed) {
        if (subscribed.interval() != interval) {
            return;
        }
        for (Symbol symbol : subscribed.symbols()) {
            if (awaited.remove(symbol) && !subscribed.resumed()) {
                broken.add(symbol);
            }
        }
    }

    private void lose(Gap gap) {
        for (Symbol symbol : bars.keySet()) {
            if (gap.symbol() == null || gap.symbol().equals(symbol)) {
                broken.add(symbol);
                if (gap.reason().equals(NEW_EPOCH)) {
                    anew.add(symbol);
                }
            }
        }
    }
}
