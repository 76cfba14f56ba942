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
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bars between the feed's thread, which fills it, and the FX thread, which empties it: the newest state of each. */
public final class BarInbox {

    /** Far more than come between two pulses. */
    private static final int MOST_WAITING = 5_000;

    private static final String NEW_EPOCH = "new_epoch";

    private final TreeMap<Long, Bar> bars = new TreeMap<>();
    private @Nullable Symbol watched;
    private Interval interval = Interval.ONE_MINUTE;
    private boolean broken;
    private boolean anew;
    private boolean awaited;

    /**
     * What came since the last look.
     *
     * @param broken whether bars were lost, or may have changed before the stream of them began, so that they must be
     *     fetched
     * @param anew whether the market began anew, maybe at an earlier time
     */
    record Delivery(List<Bar> bars, boolean broken, boolean anew) {}

    /** Takes in bars of the watched symbol; other messages do not concern it. */
    public synchronized void accept(Collection<ServerMessage> messages) {
        for (ServerMessage message : messages) {
            if (message instanceof Bar bar
                    && bar.interval() == interval
                    && bar.symbol().equals(watched)) {
                bars.put(bar.start(), bar);
                if (bars.size() > MOST_WAITING) {
                    bars.pollFirstEntry();
                    broken = true;
                }
            } else if (message instanceof Welcome) {
                awaited = true;
            } else if (message instanceof Subscribed subscribed && concerns(subscribed)) {
                broken |= !subscribed.resumed();
                awaited = false;
            } else if (message instanceof Gap gap && concerns(gap)) {
                broken = true;
                anew |= gap.reason().equals(NEW_EPOCH);
            }
        }
    }

    synchronized void watch(@Nullable Symbol symbol, Interval wanted) {
        watched = symbol;
        interval = wanted;
        bars.clear();
        broken = false;
        anew = false;
        awaited = true;
    }

    /** Oldest first. */
    synchronized Delivery drain() {
        Delivery delivery = new Delivery(new ArrayList<>(bars.values()), broken, anew);
        bars.clear();
        broken = false;
        anew = false;
        return delivery;
    }

    /** The first answer that names the symbol; those after it are about others. */
    private boolean concerns(Subscribed subscribed) {
        return awaited
                && watched != null
                && subscribed.channel() == Channel.BARS
                && subscribed.interval() == interval
                && subscribed.symbols().contains(watched);
    }

    private boolean concerns(Gap gap) {
        return gap.channel() == Channel.BARS
                && (gap.symbol() == null || gap.symbol().equals(watched));
    }
}
