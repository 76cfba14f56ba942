package dev.liveticker.benchmarks.soak;

import dev.liveticker.model.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What one client wants: some symbols, maybe their trades, maybe not too often. Any thread. */
final class Wishes {

    private static final int LEAST = 3;
    private static final int MOST = 8;
    /** What was dropped lately may still be on its way, so it is not wanted again at once. */
    private static final int REMEMBERED = 10;

    private static final List<Integer> RATES = List.of(0, 0, 1, 2, 5);

    private final List<Symbol> traded;
    private final Set<Symbol> symbols = new LinkedHashSet<>();
    private final Deque<Symbol> lately = new ArrayDeque<>();
    private final boolean trades;
    private final int maxRate;

    /** @param traded what there is; more than a client wants and remembers */
    Wishes(List<Symbol> traded, SplittableRandom random) {
        this.traded = List.copyOf(traded);
        this.trades = random.nextInt(3) == 0;
        this.maxRate = RATES.get(random.nextInt(RATES.size()));
        int count = random.nextInt(LEAST, MOST + 1);
        while (symbols.size() < count) {
            symbols.add(draw(random));
        }
    }

    private Symbol draw(SplittableRandom random) {
        return traded.get(random.nextInt(traded.size()));
    }

    /** A symbol that goes, and one that comes in its place. */
    record Change(Symbol dropped, Symbol added) {}

    /** Wants another symbol instead of one. */
    synchronized Change change(SplittableRandom random) {
        List<Symbol> now = new ArrayList<>(symbols);
        Symbol dropped = now.get(random.nextInt(now.size()));
        Symbol added = draw(random);
        while (symbols.contains(added) || lately.contains(added)) {
            added = draw(random);
        }
        symbols.remove(dropped);
        lately.addLast(dropped);
        if (lately.size() > REMEMBERED) {
            lately.removeFirst();
        }
        symbols.add(added);
        return new Change(dropped, added);
    }

    synchronized List<Symbol> symbols() {
        return List.copyOf(symbols);
    }

    boolean trades() {
        return trades;
    }

    /** Quotes a second and symbol; 0 for no limit. */
    int maxRate() {
        return maxRate;
    }
}
