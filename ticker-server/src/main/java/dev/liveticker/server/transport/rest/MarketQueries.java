package dev.liveticker.server.transport.rest;

import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed.Rejection;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.archive.ArchiveBusyException;
import dev.liveticker.server.archive.BarPage;
import dev.liveticker.server.archive.PastBars;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.StreamQuery;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /v1/instruments}, {@code /v1/quotes}, {@code /v1/bars} and {@code /v1/trades}. */
public final class MarketQueries {

    private static final Logger log = LoggerFactory.getLogger(MarketQueries.class);

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 10_000;
    private static final String CURSOR = "cursor";
    private static final String NOT_ALLOWED = "not_allowed";

    record Instruments(List<Instrument> instruments) {}

    /** @param quotes snapshots, typed as messages are */
    record Quotes(List<ServerMessage> quotes, List<Rejection> rejected) {}

    /** @param next asks for the bars before these; absent if there are none */
    record Bars(
            Symbol symbol,
            Interval interval,
            List<Bar> bars,
            @Nullable String next) {}

    /** @param next asks for the trades before these; absent if there are none */
    record Trades(
            Symbol symbol, List<Trade> trades, @Nullable String next) {}

    private final Hub hub;
    private final PastBars past;

    private MarketQueries(Hub hub, PastBars past) {
        this.hub = hub;
        this.past = past;
    }

    /** @param past may wait for the disk, as the routes' worker threads may */
    public static void addTo(Routes routes, Hub hub, PastBars past) {
        MarketQueries queries = new MarketQueries(hub, past);
        routes.answer("/v1/instruments", queries::instruments)
                .answer("/v1/quotes", queries::quotes)
                .answer("/v1/bars", queries::bars)
                .answer("/v1/trades", queries::trades);
    }

    private void instruments(HttpServerExchange exchange, Query query) throws RefusedException {
        String wanted = query.text("query").orElse("");
        int most = (int) query.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        List<Instrument> found = InstrumentSearch.find(visible(exchange), wanted);
        Answers.json(exchange, new Instruments(found.subList(0, Math.min(most, found.size()))));
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
        Optional<String> cursor = query.text(CURSOR);
        long before = cursor.isPresent() ? Cursors.barsBefore(cursor.get()) : Long.MAX_VALUE;
        BarPage page = page(symbol, interval, from, Math.min(to, before), limit(query));
        String next = page.more() ? Cursors.beforeBar(page.bars().getFirst()) : null;
        Answers.json(exchange, new Bars(symbol, interval, page.bars(), next));
    }

    private BarPage page(Symbol symbol, Interval interval, long from, long to, int limit) throws RefusedException {
        try {
            return past.page(symbol, interval, from, to, limit);
        } catch (ArchiveBusyException e) {
            throw new RefusedException(Problem.of(End.OVERLOADED));
        } catch (IOException e) {
            log.error("Old bars cannot be read", e);
            throw new RefusedException(
                    Problem.of(503, "archive_unavailable", "bars that are no longer in memory cannot be had now"));
        }
    }

    private void trades(HttpServerExchange exchange, Query query) throws RefusedException {
        Symbol symbol = symbol(exchange, query, Channel.TRADES);
        Optional<String> cursor = query.text(CURSOR);
        String epoch = hub.position().epoch();
        long below = cursor.isPresent() ? Cursors.tradesBelow(cursor.get(), epoch) : Long.MAX_VALUE;
        int limit = limit(query);
        // One more than asked for tells whether there are more.
        List<Trade> found = hub.trades(symbol, below, limit + 1);
        boolean more = found.size() > limit;
        List<Trade> trades = more ? found.subList(1, found.size()) : found;
        String next = more ? Cursors.belowTrade(trades.getFirst(), epoch) : null;
        Answers.json(exchange, new Trades(symbol, trades, next));
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
