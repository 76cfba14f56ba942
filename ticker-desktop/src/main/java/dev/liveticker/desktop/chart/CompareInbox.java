package dev.liveticker.desktop.chart;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Gap;
import dev.liveticker.message.ServerMessage;
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

/**
 * Bars of the symbols one compares with, between the feed's thread, which fills it, and the FX thread, which empties
 * it: the newest state of each.
 */
public final class CompareInbox {

    private static final String NEW_EPOCH = "new_epoch";

    /** Of one symbol; more than a frozen window could miss without a gap being told. */
    private static final int MOST_WAITING = 2_000;

    private final Map<Symbol, TreeMap<Long, Bar>> bars = new HashMap<>();
    private final Set<Symbol> broken = new HashSet<>();
    private Interval interval = Interval.ONE_MINUTE;
    private boolean anew;

    /**
     * What came since the last look.
     *
     * @param bars oldest first
     * @param broken symbols of which bars were lost, so that they must be fetched
     * @param anew whether the market began anew, maybe at an earlier time
     */
    record Delivery(Map<Symbol, List<Bar>> bars, Set<Symbol> broken, boolean anew) {}

    /** Takes in bars of the watched symbols; other messages do not concern it. */
    public synchronized void accept(Collection<ServerMessage> messages) {
        for (ServerMessage message : messages) {
            if (message instanceof Bar bar && bar.interval() == interval) {
                take(bar);
            } else if (message instanceof Gap gap && gap.channel() == Channel.BARS) {
                lose(gap);
            }
        }
    }

    /** Takes in bars of these symbols from now on. What came of one that was watched before stays to be fetched. */
    synchronized void watch(Collection<Symbol> symbols) {
        bars.keySet().retainAll(symbols);
        broken.retainAll(symbols);
        symbols.forEach(symbol -> bars.computeIfAbsent(symbol, absent -> new TreeMap<>()));
    }

    /** Forgets what came, and takes in bars of this interval from now on. */
    synchronized void begin(Interval of) {
        interval = of;
        bars.values().forEach(Map::clear);
        broken.clear();
        anew = false;
    }

    synchronized Delivery drain() {
        Map<Symbol, List<Bar>> drained = new HashMap<>();
        bars.forEach((symbol, waiting) -> {
            if (!waiting.isEmpty()) {
                drained.put(symbol, new ArrayList<>(waiting.values()));
                waiting.clear();
            }
        });
        Delivery delivery = new Delivery(drained, Set.copyOf(broken), anew);
        broken.clear();
        anew = false;
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

    private void lose(Gap gap) {
        Symbol symbol = gap.symbol();
        if (symbol == null) {
            broken.addAll(bars.keySet());
            anew |= gap.reason().equals(NEW_EPOCH);
        } else if (bars.containsKey(symbol)) {
            broken.add(symbol);
        }
    }
}
