package dev.liveticker.server.transport.rest;

import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed.Rejection;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.StreamQuery;
import io.undertow.server.HttpServerExchange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code GET /v1/instruments}, {@code /v1/quotes}, {@code /v1/bars} and {@code /v1/trades}. */
public final class MarketQueries {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 10_000;
    private static final String NOT_ALLOWED = "not_allowed";

    record Instruments(List<Instrument> instruments) {}

    /** @param quotes snapshots, typed as messages are */
    record Quotes(List<ServerMessage> quotes, List<Rejection> rejected) {}

    record Bars(Symbol symbol, Interval interval, List<Bar> bars) {}

    record Trades(Symbol symbol, List<Trade> trades) {}

    private final Hub hub;

    private MarketQueries(Hub hub) {
        this.hub = hub;
    }

    public static void addTo(Routes routes, Hub hub) {
        MarketQueries queries = new MarketQueries(hub);
        routes.answer("/v1/instruments", queries::instruments)
                .answer("/v1/quotes", queries::quotes)
                .answer("/v1/bars", queries::bars)
                .answer("/v1/trades", queries::trades);
    }

    private void instruments(HttpServerExchange exchange, Query query) throws RefusedException {
        String wanted = query.text("query").orElse("");
        Answers.json(exchange, new Instruments(InstrumentSearch.find(visible(exchange), wanted)));
    }

    private void quotes(HttpServerExchange exchange, Query query) throws RefusedException {
        List<String> asked = query.list("symbols");
        if (asked.isEmpty()) {
            throw RefusedException.badParameter("symbols", "missing");
        }
        Principal client = Gate.client(exchange);
        allow(client, Channel.QUOTES);
        List<ServerMessage> quotes = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        for (String text : expand(asked, visible(exchange))) {
            Optional<Symbol> symbol = Symbol.parse(text);
            if (symbol.isPresent() && !client.allows(symbol.get())) {
                rejected.add(new Rejection(text, NOT_ALLOWED));
                continue;
            }
            symbol.flatMap(hub::snapshot)
                    .ifPresentOrElse(
                            quotes::add,
                            () -> rejected.add(
                                    new Rejection(text, symbol.isPresent() ? "unknown_symbol" : "invalid_symbol")));
        }
        Answers.json(exchange, new Quotes(quotes, rejected));
    }

    /** What the client may see of what there is. */
    private List<Instrument> visible(HttpServerExchange exchange) {
        Principal client = Gate.client(exchange);
        return hub.instruments().stream()
                .filter(instrument -> client.allows(instrument.symbol()))
                .toList();
    }

    private static void allow(Principal client, Channel channel) throws RefusedException {
        if (!client.allows(channel)) {
            throw notAllowed();
        }
    }

    private static RefusedException notAllowed() {
        return new RefusedException(Problem.of(403, NOT_ALLOWED, "the token does not allow this"));
    }

    private static Set<String> expand(List<String> asked, List<Instrument> visible) {
        Set<String> symbols = new LinkedHashSet<>();
        for (String text : asked) {
            if (text.equals(ClientMessage.ALL_SYMBOLS)) {
                visible.forEach(instrument -> symbols.add(instrument.symbol().text()));
            } else {
                symbols.add(Symbol.parse(text).map(Symbol::text).orElse(text));
            }
        }
        return symbols;
    }

    private void bars(HttpServerExchange exchange, Query query) throws RefusedException {
        Symbol symbol = symbol(exchange, query, Channel.BARS);
        Interval given = StreamQuery.interval(query);
        Interval interval = given == null ? Interval.ONE_MINUTE : given;
        long from = query.number("from", 0, Long.MAX_VALUE, 0);
        long to = query.number("to", 0, Long.MAX_VALUE, Long.MAX_VALUE);
        Answers.json(exchange, new Bars(symbol, interval, hub.bars(symbol, interval, from, to, limit(query))));
    }

    private void trades(HttpServerExchange exchange, Query query) throws RefusedException {
        Symbol symbol = symbol(exchange, query, Channel.TRADES);
        Answers.json(exchange, new Trades(symbol, hub.trades(symbol, limit(query))));
    }

    private Symbol symbol(HttpServerExchange exchange, Query query, Channel channel) throws RefusedException {
        Principal client = Gate.client(exchange);
        allow(client, channel);
        Symbol symbol = Symbol.parse(query.required("symbol"))
                .orElseThrow(() -> RefusedException.badParameter(
                        "symbol", "1 to " + Symbol.MAX_LENGTH + " of A-Z 0-9 . ^ = : / - expected"));
        if (!client.allows(symbol)) {
            throw notAllowed();
        }
        if (hub.snapshot(symbol).isEmpty()) {
            throw RefusedException.unknownSymbol(symbol);
        }
        return symbol;
    }

    private static int limit(Query query) throws RefusedException {
        return (int) query.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    }
}
