package dev.liveticker.server.venue.alpaca;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.venue.DayFigures;
import dev.liveticker.server.venue.Figure;
import dev.liveticker.server.venue.Spelling;
import dev.liveticker.server.venue.TopOfBook;
import dev.liveticker.server.venue.VenueAddress;
import dev.liveticker.server.venue.VenueJson;
import dev.liveticker.server.venue.VenueKey;
import dev.liveticker.server.venue.VenueProtocol;
import dev.liveticker.server.venue.VenueRules;
import dev.liveticker.server.venue.VenueSession;
import dev.liveticker.server.venue.VenueTime;
import dev.liveticker.server.venue.VenueTrade;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Alpaca's stock market data from IEX (docs.alpaca.markets/docs/streaming-market-data and
 * .../real-time-stock-pricing-data): trades {@code t}, quotes {@code q}, daily bars {@code d} and trading status
 * {@code s}. Where prices stand at the start, the previous close among it, comes from {@code /v2/stocks/snapshots}.
 *
 * <p>Trades have numbers, but with holes, and nothing is sent again: what is traded while the connection is lost is
 * missed. Who crossed the spread is not told and is inferred.
 */
public final class AlpacaProtocol implements VenueProtocol {

    public static final VenueAddress ADDRESS =
            VenueAddress.of("wss://stream.data.alpaca.markets", "https://data.alpaca.markets");

    /** The environment variables of its key and secret, named as in Alpaca's own libraries. */
    public static final List<String> KEY_VARIABLES = List.of("APCA_API_KEY_ID", "APCA_API_SECRET_KEY");

    /**
     * Alpaca sends nothing of its own when nothing is traded, so it is pinged. Requests are limited to 200 a minute;
     * how many symbols depends on the plan (30 on the free one), and Alpaca itself says when there are too many.
     */
    private static final VenueRules RULES = new VenueRules(
            "Alpaca",
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            5,
            Duration.ofMillis(400),
            Duration.ofSeconds(2),
            1 << 20,
            500,
            false,
            false);

    private static final List<String> CHANNELS = List.of("trades", "quotes", "dailyBars", "statuses");

    /** Regulation NMS, rule 612: a cent from one dollar on. */
    private static final BigDecimal TICK = new BigDecimal("0.01");

    private final VenueAddress address;
    private final VenueKey key;
    private final Spelling spelling;

    public AlpacaProtocol(VenueAddress address, VenueKey key, List<Symbol> symbols) {
        this.address = address;
        this.key = key;
        this.spelling = new Spelling(symbols, text -> text);
    }

    @Override
    public VenueRules rules() {
        return RULES;
    }

    @Override
    public List<Symbol> symbols() {
        return spelling.symbols();
    }

    @Override
    public URI stream() {
        return URI.create(address.stream() + "/v2/iex");
    }

    @Override
    public URI requests() {
        return address.requests();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("APCA-API-KEY-ID", key.part(0), "APCA-API-SECRET-KEY", key.part(1));
    }

    @Override
    public void begin(VenueSession session) {
        String names = URLEncoder.encode(String.join(",", spelling.names()), StandardCharsets.UTF_8);
        session.request("/v2/stocks/snapshots?feed=iex&symbols=" + names, answer -> {
            List<Instrument> found = new ArrayList<>();
            for (Symbol symbol : spelling.symbols()) {
                JsonNode snapshot = answer.path(spelling.name(symbol));
                if (snapshot.isObject()) {
                    found.add(new Instrument(symbol, symbol.text(), AssetClass.STOCK, "USD", TICK, null));
                    snapshot(symbol, snapshot, session);
                }
            }
            session.listed(found);
        });
    }

    private void snapshot(Symbol symbol, JsonNode snapshot, VenueSession session) {
        JsonNode trade = snapshot.path("latestTrade");
        if (trade.isObject()) {
            session.last(symbol, time(trade), Figure.of(trade.path("p")), Figure.of(trade.path("s")));
        }
        JsonNode quote = snapshot.path("latestQuote");
        if (quote.isObject()) {
            session.top(symbol, time(quote), top(quote));
        }
        session.day(
                symbol,
                day(
                        snapshot.path("dailyBar"),
                        Figure.of(snapshot.path("prevDailyBar").path("c"))));
    }

    /** It greets first. */
    @Override
    public void opened(VenueSession session) {}

    @Override
    public void message(JsonNode message, VenueSession session) {
        if (!message.isArray()) {
            session.malformed();
            return;
        }
        for (JsonNode each : message) {
            switch (VenueJson.text(each, "T")) {
                case "t" ->
                    symbol(each, session)
                            .ifPresent(symbol -> session.trade(
                                    symbol,
                                    new VenueTrade(
                                            0,
                                            Figure.of(each.path("p")),
                                            Figure.of(each.path("s")),
                                            null,
                                            time(each))));
                case "q" -> symbol(each, session).ifPresent(symbol -> session.top(symbol, time(each), top(each)));
                case "d" -> symbol(each, session).ifPresent(symbol -> session.day(symbol, day(each, Figure.ABSENT)));
                case "s" -> symbol(each, session).ifPresent(symbol -> status(symbol, each, session));
                case "success" -> success(each, session);
                case "subscription" -> subscription(each, session);
                case "error" -> error(each, session);
                case "" -> session.malformed();
                default -> session.ignored();
            }
        }
    }

    private void success(JsonNode message, VenueSession session) {
        switch (VenueJson.text(message, "msg")) {
            case "connected" ->
                session.say(VenueJson.object()
                        .put("action", "auth")
                        .put("key", key.part(0))
                        .put("secret", key.part(1))
                        .toString());
            case "authenticated" -> {
                ObjectNode subscribe = VenueJson.object().put("action", "subscribe");
                for (String channel : CHANNELS) {
                    ArrayNode names = subscribe.putArray(channel);
                    spelling.names().forEach(names::add);
                }
                session.say(subscribe.toString());
            }
            default -> session.ignored();
        }
    }

    /** It states all that this connection is subscribed to. */
    private void subscription(JsonNode message, VenueSession session) {
        boolean all = List.of("trades", "quotes").stream().allMatch(channel -> {
            Set<String> names = new HashSet<>();
            message.path(channel).forEach(name -> names.add(name.stringValue("")));
            return names.containsAll(spelling.names());
        });
        if (all) {
            session.subscribed();
        }
    }

    /** The table of errors in .../streaming-market-data. */
    private void error(JsonNode message, VenueSession session) {
        long code = VenueJson.whole(message, "code").orElse(0);
        if (code == 403) {
            // Already authenticated: nothing is lost by it.
            session.ignored();
            return;
        }
        String why = "it says \"" + VenueJson.quoted(key.conceal(VenueJson.text(message, "msg"))) + "\" (" + code + ")";
        Loss.Kind kind = switch (Math.clamp(code, 0, 999)) {
            // Not authenticated, or with a wrong key.
            case 401, 402 -> Loss.Kind.UNAUTHENTICATED;
            // Bad syntax, too many symbols, not in the plan, not in this feed, not within the key's scope.
            case 400, 405, 409, 410, 411 -> Loss.Kind.REFUSED;
            // Another connection is there, such as the one just lost, which Alpaca may not have noticed yet.
            case 406 -> Loss.Kind.OVERLOADED;
            // Too late to authenticate, too slow a reader, a fault over there.
            default -> Loss.Kind.BROKEN;
        };
        session.lost(new Loss(kind, Duration.ZERO, why));
    }

    private Optional<Symbol> symbol(JsonNode message, VenueSession session) {
        Optional<Symbol> symbol = spelling.symbol(VenueJson.text(message, "S"));
        if (symbol.isEmpty()) {
            session.unknownSymbol();
        }
        return symbol;
    }

    private static long time(JsonNode message) {
        return VenueTime.micros(message.path("t"));
    }

    /** A price of 0 says that there is none. */
    private static TopOfBook top(JsonNode quote) {
        return new TopOfBook(
                Figure.unlessZero(quote.path("bp")),
                Figure.unlessZero(quote.path("bs")),
                Figure.unlessZero(quote.path("ap")),
                Figure.unlessZero(quote.path("as")));
    }

    private static DayFigures day(JsonNode bar, Figure previousClose) {
        return new DayFigures(
                Figure.of(bar.path("v")),
                Figure.unlessZero(bar.path("o")),
                Figure.unlessZero(bar.path("h")),
                Figure.unlessZero(bar.path("l")),
                previousClose);
    }

    /** Codes of the tapes: 2 and 3 of CTA (A, B); H, P, Q and T of UTP (C). Others tell of no halt. */
    private static void status(Symbol symbol, JsonNode message, VenueSession session) {
        switch (VenueJson.text(message, "sc")) {
            case "2", "H", "P", "Q" -> {
                String reason = VenueJson.quoted(VenueJson.text(message, "rm"));
                session.status(
                        symbol,
                        TradingStatus.HALTED,
                        reason.isEmpty() ? VenueJson.quoted(VenueJson.text(message, "sm")) : reason);
            }
            case "3", "T" -> session.status(symbol, TradingStatus.OPEN, null);
            default -> session.ignored();
        }
    }
}
