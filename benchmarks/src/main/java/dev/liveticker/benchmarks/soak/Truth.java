package dev.liveticker.benchmarks.soak;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a node says of the market by REST, at one moment.
 *
 * @param epoch the numbering it follows
 * @param quotes the whole newest quote of each symbol
 * @param trades the newest of each symbol, oldest first
 * @param bars the newest of each symbol and interval, oldest first
 */
record Truth(
        String epoch,
        Map<Symbol, Quote> quotes,
        Map<Symbol, List<Trade>> trades,
        Map<Symbol, Map<Interval, List<Bar>>> bars) {

    static final List<Interval> CHARTED = List.of(Interval.ONE_MINUTE, Interval.FIVE_MINUTES);
    private static final int TRADES = 50;
    private static final int BARS = 30;
    private static final ObjectMapper JSON = FrameCodec.jsonMapper();

    /** Asks a node. */
    static Truth of(NodeQuestions node, List<Symbol> symbols) throws IOException {
        Map<Symbol, Quote> quotes = quotes(node);
        Map<Symbol, List<Trade>> trades = new LinkedHashMap<>();
        Map<Symbol, Map<Interval, List<Bar>>> bars = new LinkedHashMap<>();
        for (Symbol symbol : symbols) {
            String of = "symbol=" + NodeQuestions.encoded(symbol) + "&limit=";
            trades.put(
                    symbol,
                    all(Trade.class, node.ask("/v1/trades?" + of + TRADES).path("trades")));
            Map<Interval, List<Bar>> each = new LinkedHashMap<>();
            for (Interval interval : CHARTED) {
                String target = "/v1/bars?" + of + BARS + "&interval=" + interval.code();
                each.put(interval, all(Bar.class, node.ask(target).path("bars")));
            }
            bars.put(symbol, each);
        }
        return new Truth(node.epoch(), quotes, trades, bars);
    }

    /** The quotes alone. */
    static Map<Symbol, Quote> quotes(NodeQuestions node) throws IOException {
        Map<Symbol, Quote> quotes = new LinkedHashMap<>();
        for (Snapshot snapshot :
                all(Snapshot.class, node.ask("/v1/quotes?symbols=*").path("quotes"))) {
            quotes.put(snapshot.symbol(), snapshot.quote());
        }
        return quotes;
    }

    private static <T extends ServerMessage> List<T> all(Class<T> type, JsonNode list) {
        List<T> all = new ArrayList<>();
        for (JsonNode each : list.values()) {
            all.add(type.cast(JSON.treeToValue(each, ServerMessage.class)));
        }
        return all;
    }

    String quote(Symbol symbol) {
        Quote quote = quotes.get(symbol);
        return quote == null ? "nothing of " + symbol : Shown.quote(quote);
    }

    String trade(Symbol symbol) {
        List<Trade> all = newest(symbol);
        return all.isEmpty() ? "no trade of " + symbol : Shown.trade(all.getLast());
    }

    /** The newest trades of a symbol, oldest first. */
    List<Trade> newest(Symbol symbol) {
        return trades.getOrDefault(symbol, List.of());
    }

    /** The newest bars, oldest first. */
    List<Bar> newest(Symbol symbol, Interval interval) {
        return bars.getOrDefault(symbol, Map.of()).getOrDefault(interval, List.of());
    }

    /** What another node says otherwise; empty if nothing. */
    Optional<String> difference(Truth other) {
        if (!epoch.equals(other.epoch)) {
            return Optional.of("the nodes follow the epochs " + epoch + " and " + other.epoch);
        }
        for (Symbol symbol : trades.keySet()) {
            if (!quote(symbol).equals(other.quote(symbol))) {
                return Optional.of("the nodes say " + quote(symbol) + " and " + other.quote(symbol));
            }
            Optional<String> differs = difference(tape(symbol), other.tape(symbol));
            if (differs.isPresent()) {
                return differs;
            }
            for (Interval interval : CHARTED) {
                differs = difference(chart(symbol, interval), other.chart(symbol, interval));
                if (differs.isPresent()) {
                    return differs;
                }
            }
        }
        return Optional.empty();
    }

    private List<String> tape(Symbol symbol) {
        // Of trades the stream's own number is the same everywhere.
        return newest(symbol).stream()
                .map(trade -> Shown.trade(trade) + " by number " + trade.seq())
                .toList();
    }

    private List<String> chart(Symbol symbol, Interval interval) {
        return newest(symbol, interval).stream().map(Shown::bar).toList();
    }

    private static Optional<String> difference(List<String> ones, List<String> others) {
        for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
            String one = i < ones.size() ? ones.get(i) : "nothing";
            String other = i < others.size() ? others.get(i) : "nothing";
            if (!one.equals(other)) {
                return Optional.of("the nodes say " + one + " and " + other);
            }
        }
        return Optional.empty();
    }
}
