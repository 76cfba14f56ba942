package dev.liveticker.desktop.fake;

import dev.liveticker.feed.MarketData;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Market data whose answers wait until a test gives them, or come at once from what it was given. */
public final class FakeMarketData implements MarketData {

    /** A question for bars that waits for its answer. */
    public record BarsAsked(Symbol symbol, Interval interval, CompletableFuture<List<Bar>> answer) {}

    /** A question for the bars before a moment that waits for its answer. */
    public record OlderAsked(Symbol symbol, Interval interval, long before, CompletableFuture<List<Bar>> answer) {}

    private static final long FIRST_MINUTE = 29_000_000;

    /** A question for trades that waits for its answer. */
    public record TradesAsked(Symbol symbol, CompletableFuture<List<Trade>> answer) {}

    private final List<TradesAsked> tradesAsked = new CopyOnWriteArrayList<>();
    private final List<BarsAsked> barsAsked = new CopyOnWriteArrayList<>();
    private final List<OlderAsked> olderAsked = new CopyOnWriteArrayList<>();
    private volatile boolean answersAtOnce;
    private CompletableFuture<List<Instrument>> instruments = CompletableFuture.completedFuture(Some.INSTRUMENTS);

    public void instruments(CompletableFuture<List<Instrument>> answer) {
        instruments = answer;
    }

    /** From now on gives some bars to whoever asks. */
    public void answerAtOnce() {
        answersAtOnce = true;
    }

    /** Every question for bars so far, oldest first. */
    public List<BarsAsked> barsAsked() {
        return barsAsked;
    }

    public BarsAsked lastBarsAsked() {
        return barsAsked.getLast();
    }

    /** Every question for trades so far, oldest first. */
    public List<TradesAsked> tradesAsked() {
        return tradesAsked;
    }

    /** Every question for older bars so far, oldest first. At once, it is answered with none. */
    public List<OlderAsked> olderAsked() {
        return olderAsked;
    }

    @Override
    public CompletableFuture<List<Instrument>> instruments(String query) {
        return instruments;
    }

    @Override
    public CompletableFuture<List<Snapshot>> quotes(Collection<Symbol> symbols) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<List<Bar>> bars(Symbol symbol, Interval interval, int limit) {
        CompletableFuture<List<Bar>> answer = new CompletableFuture<>();
        barsAsked.add(new BarsAsked(symbol, interval, answer));
        if (answersAtOnce) {
            answer.complete(Some.bars(symbol, FIRST_MINUTE, 300));
        }
        return answer;
    }

    @Override
    public CompletableFuture<List<Bar>> barsBefore(Symbol symbol, Interval interval, long before, int limit) {
        CompletableFuture<List<Bar>> answer = new CompletableFuture<>();
        olderAsked.add(new OlderAsked(symbol, interval, before, answer));
        if (answersAtOnce) {
            answer.complete(List.of());
        }
        return answer;
    }

    @Override
    public CompletableFuture<List<Trade>> trades(Symbol symbol, int limit) {
        CompletableFuture<List<Trade>> answer = new CompletableFuture<>();
        tradesAsked.add(new TradesAsked(symbol, answer));
        if (answersAtOnce) {
            answer.complete(List.of());
        }
        return answer;
    }
}
