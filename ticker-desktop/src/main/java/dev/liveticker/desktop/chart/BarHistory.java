package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Reason;
import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bars of what the chart shows: fetched, followed, and fetched further back as one goes there. For one thread;
 * needs no toolkit.
 */
final class BarHistory {

    /** What the chart must know of the bars. */
    interface Listener {

        /** @param added so many bars are newer than all that were there */
        void changed(int added);

        /** The newest bars are gone. */
        void cutOff();
    }

    private static final Logger LOG = LoggerFactory.getLogger(BarHistory.class);

    /** Bars fetched at a time when one goes back. */
    static final int OLDER_PAGE = 5_000;

    /** What is being fetched further back. */
    private enum Older {
        MAYBE,
        UNDERWAY,
        /** There are none, or they could not be had; not asked again before something else is fetched. */
        NO
    }

    /** What the bars are of. */
    private record Wanted(Symbol symbol, Interval interval) {}

    private final BarSource source;
    private final BarInbox inbox;
    private final Executor owner;
    private final Listener listener;
    private final BarSeries series = new BarSeries();
    private final ReadOnlyObjectWrapper<ChartViewModel.Stage> stage =
            new ReadOnlyObjectWrapper<>(ChartViewModel.Stage.EMPTY);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private @Nullable Wanted wanted;
    private Older older = Older.MAYBE;
    private int request;
    private boolean anew;
    private final NewestPage page = new NewestPage();

    BarHistory(BarSource source, BarInbox inbox, Executor owner, Listener listener) {
        this.source = source;
        this.inbox = inbox;
        this.owner = owner;
        this.listener = listener;
    }

    BarSeries series() {
        return series;
    }

    ReadOnlyObjectWrapper<ChartViewModel.Stage> stage() {
        return stage;
    }

    ReadOnlyStringWrapper failure() {
        return failure;
    }

    /** Goes over to other bars, or to none. */
    void show(@Nullable Symbol symbol, Interval interval) {
        if (wanted != null) {
            source.leave(wanted.symbol(), wanted.interval());
        }
        wanted = symbol == null ? null : new Wanted(symbol, interval);
        inbox.watch(symbol, interval);
        clear();
        if (wanted == null) {
            stage.set(ChartViewModel.Stage.EMPTY);
        } else {
            source.follow(wanted.symbol(), wanted.interval());
            load();
        }
    }

    /** Forgets what is there, which was another server's, and fetches it from this one. */
    void reset() {
        if (wanted != null) {
            inbox.watch(wanted.symbol(), wanted.interval());
            clear();
            load();
        }
    }

    /** Whether the newest bars are there, so that only what is missed from now on must be fetched. */
    boolean isThere() {
        return page.isThere();
    }

    /** Fetches the newest bars again. */
    void load() {
        Wanted now = wanted;
        if (now == null) {
            return;
        }
        page.ask();
        int mine = ++request;
        older = Older.MAYBE;
        var _ = source.newest(now.symbol(), now.interval(), ChartViewModel.BARS_FETCHED)
                .whenCompleteAsync((fetched, problem) -> arrived(mine, fetched, problem), owner);
    }

    /** Fetches older bars if those in view are near the oldest that are there. */
    void look(int first, int last) {
        Wanted now = wanted;
        boolean near = first <= last - first + 1;
        if (now == null || !near || older != Older.MAYBE || series.isEmpty() || series.isFull()) {
            return;
        }
        older = Older.UNDERWAY;
        int mine = request;
        var _ = source.before(now.symbol(), now.interval(), series.start(0), OLDER_PAGE)
                .whenCompleteAsync((fetched, problem) -> olderArrived(mine, fetched, problem), owner);
    }

    /** Takes in the bars that came since the last call. */
    void pulse() {
        Wanted now = wanted;
        if (now == null) {
            return;
        }
        BarInbox.Delivery delivery = inbox.drain();
        List<Bar> bars = delivery.of(now.symbol());
        int added = 0;
        boolean again = delivery.broken().contains(now.symbol());
        for (Bar bar : bars) {
            boolean first = series.isEmpty();
            again |= page.hear(bar);
            added += series.put(bar) && !first ? 1 : 0;
        }
        if (!bars.isEmpty()) {
            stage.set(ChartViewModel.Stage.READY);
            listener.changed(added);
        }
        anew |= delivery.anew().contains(now.symbol());
        if (again) {
            load();
        }
    }

    private void clear() {
        request++;
        older = Older.MAYBE;
        anew = false;
        page.clear();
        series.clear();
        stage.set(ChartViewModel.Stage.LOADING);
    }

    private void arrived(int mine, @Nullable List<Bar> fetched, @Nullable Throwable problem) {
        if (mine != request) {
            return;
        }
        int added = 0;
        if (fetched != null) {
            forgetTheFuture(fetched);
            forgetWhatIsBeyondAHole(fetched);
            added = series.merge(fetched, page.liveFrom());
            page.take(fetched);
            stage.set(series.isEmpty() ? ChartViewModel.Stage.QUIET : ChartViewModel.Stage.READY);
        } else if (series.isEmpty()) {
            LOG.warn("the bars of {} could not be had", wanted, problem);
            page.miss();
            failure.set(Reason.of(problem));
            stage.set(ChartViewModel.Stage.FAILED);
        } else {
            LOG.warn("newer bars of {} could not be had", wanted, problem);
            page.miss();
        }
        listener.changed(added);
    }

    private void olderArrived(int mine, @Nullable List<Bar> fetched, @Nullable Throwable problem) {
        if (mine != request) {
            return;
        }
        if (fetched == null) {
            LOG.warn("older bars of {} could not be had", wanted, problem);
            older = Older.NO;
        } else {
            boolean taken = series.prepend(fetched) > 0;
            older = taken ? Older.MAYBE : Older.NO;
            if (taken) {
                listener.changed(0);
            }
        }
    }

    /** A market that began anew at an earlier time will come by the bars of the one before again. */
    private void forgetTheFuture(List<Bar> fetched) {
        if (anew && !fetched.isEmpty()) {
            anew = false;
            page.dropAfter(fetched.getLast().start());
            if (series.dropAfter(fetched.getLast().start())) {
                listener.cutOff();
            }
        }
    }

    /** After an outage longer than a page, what lies between is not known: older bars are then fetched again. */
    private void forgetWhatIsBeyondAHole(List<Bar> fetched) {
        if (fetched.size() >= ChartViewModel.BARS_FETCHED) {
            long first = fetched.getFirst().start();
            int index = series.indexFrom(first);
            boolean joins = index < series.size() && series.start(index) == first;
            if (!joins) {
                series.dropBefore(first);
            }
        }
    }
}
