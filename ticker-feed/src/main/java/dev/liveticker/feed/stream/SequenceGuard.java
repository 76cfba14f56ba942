package dev.liveticker.feed.stream;

import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the transports and the listener, so that whatever a server or a change of transport repeats, the
 * listener hears it once and in order, and a hole does not go unnoticed. For one thread.
 */
public final class SequenceGuard {

    private final Map<Symbol, Long> quotes = new HashMap<>();
    private final Map<Symbol, Long> statuses = new HashMap<>();
    private final Map<Symbol, TradeTrack> trades = new HashMap<>();
    private final Map<Subscription, BarTrack> bars = new HashMap<>();
    private final Set<Subscription> toHeal = new LinkedHashSet<>();
    private final Map<Subscription, Integer> unhealed = new HashMap<>();
    private @Nullable String epoch;
    private long duplicates;
    private long gaps;
    private long healed;

    /** What of a frame is new, in its order. */
    public List<ServerMessage> admit(List<ServerMessage> frame) {
        List<ServerMessage> admitted = new ArrayList<>(frame.size());
        for (ServerMessage message : frame) {
            if (isNew(message)) {
                admitted.add(message);
            }
        }
        return admitted;
    }

    /** What has holes that were not asked for before: to be fetched from the server and {@code heal}ed with. */
    public List<Subscription> takeToHeal() {
        List<Subscription> taken = List.copyOf(toHeal);
        toHeal.clear();
        return taken;
    }

    /**
     * Fills holes in a symbol's trades.
     *
     * @param kept the newest trades that the server keeps
     * @param all whether it keeps no older ones
     * @return those that were missing, oldest first
     */
    public List<Trade> healTrades(Symbol symbol, List<Trade> kept, boolean all) {
        TradeTrack track = trades.get(symbol);
        if (track == null || !track.hasHoles()) {
            return List.of();
        }
        TradeTrack.Healing healing = track.heal(kept, all);
        closeGaps(Subscription.trades(symbol), healing.complete());
        return healing.found();
    }

    /** Fills holes in the bars of a subscription, as {@link #healTrades} does; only closed ones. */
    public List<Bar> healBars(Subscription subscription, List<Bar> kept, boolean all) {
        BarTrack track = bars.get(subscription);
        if (track == null || !track.hasHoles()) {
            return List.of();
        }
        BarTrack.Healing healing = track.heal(kept, all);
        closeGaps(subscription, healing.complete());
        return healing.found();
    }

    /** It is not subscribed to any more, so what is missed from now on is no hole. */
    public void forget(Subscription subscription) {
        toHeal.remove(subscription);
        unhealed.remove(subscription);
        switch (subscription.channel()) {
            case QUOTES -> {
                quotes.remove(subscription.symbol());
                statuses.remove(subscription.symbol());
            }
            case TRADES -> trades.remove(subscription.symbol());
            case BARS -> bars.remove(subscription);
        }
    }

    /** Another server: nothing of before counts, but for the statistics. */
    public void restart() {
        epoch = null;
        quotes.clear();
        statuses.clear();
        trades.clear();
        bars.clear();
        toHeal.clear();
        unhealed.clear();
    }

    /** The numbering that is being read; absent before the first welcome. */
    public @Nullable String epoch() {
        return epoch;
    }

    /** Messages dropped because they came before. */
    public long duplicates() {
        return duplicates;
    }

    /** Holes, each counted for each symbol that has it. */
    public long gaps() {
        return gaps;
    }

    /** Holes that are holes no more. */
    public long healed() {
        return healed;
    }

    private boolean isNew(ServerMessage message) {
        return switch (message) {
            case Welcome welcome -> {
                begin(welcome.epoch());
                yield true;
            }
            case Snapshot snapshot -> isNewSnapshot(snapshot);
            case Quote quote -> isNewQuote(quote);
            case Status status -> isNewStatus(status);
            case Trade trade -> isNewTrade(trade);
            case Bar bar ->
                unlessDuplicate(
                        track(Subscription.bars(bar.symbol(), bar.interval())).take(bar));
            case Gap gap -> {
                announce(gap);
                yield true;
            }
            default -> true;
        };
    }

    private void begin(String newEpoch) {
        if (!newEpoch.equals(epoch)) {
            epoch = newEpoch;
            quotes.clear();
            statuses.clear();
            trades.replaceAll((symbol, track) -> new TradeTrack());
            bars.values().forEach(BarTrack::forgetNumbers);
        }
    }

    /** One of the same number as the newest quote says the same, and more: it is let through. */
    private boolean isNewSnapshot(Snapshot snapshot) {
        boolean older = snapshot.seq() < quotes.getOrDefault(snapshot.symbol(), 0L);
        if (!older) {
            quotes.put(snapshot.symbol(), snapshot.seq());
            // It holds the status as well, so that one from before would set it back.
            statuses.merge(snapshot.symbol(), snapshot.seq(), Math::max);
        }
        return unlessDuplicate(!older);
    }

    private boolean isNewQuote(Quote quote) {
        boolean newer = quote.seq() > quotes.getOrDefault(quote.symbol(), 0L);
        if (newer) {
            quotes.put(quote.symbol(), quote.seq());
        }
        return unlessDuplicate(newer);
    }

    private boolean isNewStatus(Status status) {
        boolean newer = status.seq() > statuses.getOrDefault(status.symbol(), 0L);
        if (newer) {
            statuses.put(status.symbol(), status.seq());
        }
        return unlessDuplicate(newer);
    }

    private boolean isNewTrade(Trade trade) {
        TradeTrack.Verdict verdict = trades.computeIfAbsent(trade.symbol(), symbol -> new TradeTrack())
                .take(trade);
        if (verdict == TradeTrack.Verdict.AFTER_HOLE) {
            openGap(Subscription.trades(trade.symbol()));
        }
        return unlessDuplicate(verdict != TradeTrack.Verdict.DUPLICATE);
    }

    private boolean unlessDuplicate(boolean isNew) {
        if (!isNew) {
            duplicates++;
        }
        return isNew;
    }

    private void announce(Gap gap) {
        switch (gap.channel()) {
            case QUOTES -> gaps++;
            case TRADES -> {
                if (gap.symbol() != null) {
                    trades.computeIfAbsent(gap.symbol(), symbol -> new TradeTrack());
                }
                trades.forEach((symbol, track) -> {
                    if (gap.symbol() == null || gap.symbol().equals(symbol)) {
                        track.announce(gap);
                        openGap(Subscription.trades(symbol));
                    }
                });
            }
            case BARS ->
                bars.forEach((subscription, track) -> {
                    if (gap.symbol() == null || gap.symbol().equals(subscription.symbol())) {
                        track.announce();
                        openGap(subscription);
                    }
                });
        }
    }

    private void openGap(Subscription subscription) {
        gaps++;
        unhealed.merge(subscription, 1, Integer::sum);
        toHeal.add(subscription);
    }

    private void closeGaps(Subscription subscription, boolean filled) {
        Integer open = unhealed.remove(subscription);
        if (filled && open != null) {
            healed += open;
        }
    }

    private BarTrack track(Subscription subscription) {
        return bars.computeIfAbsent(subscription, key -> new BarTrack());
    }
}
