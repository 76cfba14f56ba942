package dev.liveticker.server.venue.coinbase;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.venue.DayFigures;
import dev.liveticker.server.venue.Figure;
import dev.liveticker.server.venue.MissingTrades;
import dev.liveticker.server.venue.Spelling;
import dev.liveticker.server.venue.TopOfBook;
import dev.liveticker.server.venue.VenueAddress;
import dev.liveticker.server.venue.VenueJson;
import dev.liveticker.server.venue.VenueProtocol;
import dev.liveticker.server.venue.VenueRules;
import dev.liveticker.server.venue.VenueSession;
import dev.liveticker.server.venue.VenueTime;
import dev.liveticker.server.venue.VenueTrade;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public feed of Coinbase Exchange: channels {@code ticker}, {@code matches}, {@code heartbeat} and {@code status}
 * (docs.cdp.coinbase.com/exchange/websocket-feed/channels), products and trades by request
 * (docs.cdp.coinbase.com/api-reference/exchange-api).
 *
 * <p>{@code sequence} numbers every event of a product's book, most of which these channels leave out, so that a hole
 * in it says nothing; a {@code ticker} that is behind one seen before is dropped. Trades are numbered without holes by
 * {@code trade_id}, also told by each heartbeat: there missing ones are found.
 */
public final class CoinbaseProtocol implements VenueProtocol {

    public static final VenueAddress ADDRESS =
            VenueAddress.of("wss://ws-feed.exchange.coinbase.com", "https://api.exchange.coinbase.com");

    /**
     * A heartbeat comes every second. Limits: 100 messages a second, 10 requests a second
     * (docs.cdp.coinbase.com/exchange/websocket-feed/rate-limits, .../rest-api/rate-limits). The status message lists
     * every product and currency.
     */
    private static final VenueRules RULES = new VenueRules(
            "Coinbase",
            Duration.ofSeconds(10),
            Duration.ZERO,
            8,
            Duration.ofMillis(150),
            Duration.ofSeconds(5),
            4 << 20,
            200,
            true,
            false);

    private static final List<String> CHANNELS = List.of("ticker", "matches", "heartbeat");
    private static final int PAGE = 1_000;

    /** Where the close stands in a bar. */
    private static final int CLOSE = 4;

    private final VenueAddress address;
    private final Spelling spelling;
    private final Map<Symbol, Long> tickerSequence = new HashMap<>();

    public CoinbaseProtocol(VenueAddress address, List<Symbol> symbols) {
        this.address = address;
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
        return address.stream();
    }

    @Override
    public URI requests() {
        return address.requests();
    }

    @Override
    public void begin(VenueSession session) {
        session.request("/products", products -> {
            List<Instrument> found = new ArrayList<>();
            for (JsonNode product : products) {
                Optional<Symbol> symbol = spelling.symbol(VenueJson.text(product, "id"));
                Instrument instrument = symbol.isEmpty() ? null : instrument(symbol.get(), product);
                if (instrument != null) {
                    found.add(instrument);
                    status(instrument.symbol(), product, session);
                }
            }
            session.listed(found);
        });
    }

    private static @Nullable Instrument instrument(Symbol symbol, JsonNode product) {
        Figure tick = Figure.of(product.path("quote_increment"));
        String currency = VenueJson.text(product, "quote_currency");
        if (tick.value() == null || tick.value().signum() <= 0 || currency.isBlank()) {
            return null;
        }
        String name = VenueJson.text(product, "base_currency") + "/" + currency;
        return new Instrument(symbol, VenueJson.quoted(name), AssetClass.CRYPTO, currency, tick.value(), null);
    }

    @Override
    public void opened(VenueSession session) {
        tickerSequence.clear();
        ObjectNode subscribe = VenueJson.object();
        subscribe.put("type", "subscribe");
        ArrayNode products = subscribe.putArray("product_ids");
        spelling.names().forEach(products::add);
        ArrayNode channels = subscribe.putArray("channels");
        CHANNELS.forEach(channels::add);
        channels.addObject().put("name", "status");
        session.say(subscribe.toString());
    }

    @Override
    public void message(JsonNode message, VenueSession session) {
        switch (VenueJson.text(message, "type")) {
            case "ticker" -> ticker(message, session);
            case "match" ->
                symbol(message, session)
                        .ifPresent(symbol -> match(message)
                                .ifPresentOrElse(trade -> session.trade(symbol, trade), session::malformed));
            case "last_match" ->
                symbol(message, session)
                        .ifPresent(symbol -> match(message)
                                .ifPresentOrElse(trade -> session.newest(symbol, trade), session::malformed));
            case "heartbeat" ->
                symbol(message, session)
                        .ifPresent(symbol -> VenueJson.whole(message, "last_trade_id")
                                .ifPresentOrElse(id -> session.tradedUpTo(symbol, id), session::malformed));
            case "status" -> statuses(message, session);
            case "subscriptions" -> subscriptions(message, session);
            case "error" ->
                session.lost(new Loss(Loss.Kind.REFUSED, Duration.ZERO, "it says \"" + complaint(message) + "\""));
            case "" -> session.malformed();
            default -> session.ignored();
        }
    }

    private static String complaint(JsonNode message) {
        String reason = VenueJson.text(message, "reason");
        return VenueJson.quoted(VenueJson.text(message, "message") + (reason.isEmpty() ? "" : ": " + reason));
    }

    private Optional<Symbol> symbol(JsonNode message, VenueSession session) {
        Optional<Symbol> symbol = spelling.symbol(VenueJson.text(message, "product_id"));
        if (symbol.isEmpty()) {
            session.unknownSymbol();
        }
        return symbol;
    }

    /** The answer to subscribe names all that this connection is subscribed to. */
    private void subscriptions(JsonNode message, VenueSession session) {
        Set<String> whole = new HashSet<>();
        for (JsonNode channel : message.path("channels")) {
            Set<String> products = new HashSet<>();
            channel.path("product_ids").forEach(product -> products.add(product.stringValue("")));
            if (products.containsAll(spelling.names())) {
                whole.add(VenueJson.text(channel, "name"));
            }
        }
        if (whole.containsAll(CHANNELS)) {
            session.subscribed();
        }
    }

    /** Figures of the last 24 hours: Coinbase has no session. */
    private void ticker(JsonNode message, VenueSession session) {
        Optional<Symbol> known = symbol(message, session);
        if (known.isEmpty()) {
            return;
        }
        Symbol symbol = known.get();
        OptionalLong sequence = VenueJson.whole(message, "sequence");
        if (sequence.isPresent()) {
            if (sequence.getAsLong() < tickerSequence.getOrDefault(symbol, Long.MIN_VALUE)) {
                session.ignored();
                return;
            }
            tickerSequence.put(symbol, sequence.getAsLong());
        }
        long time = VenueTime.micros(message.path("time"));
        session.last(symbol, time, Figure.of(message.path("price")), Figure.of(message.path("last_size")));
        session.top(
                symbol,
                time,
                new TopOfBook(
                        Figure.unlessZero(message.path("best_bid")),
                        Figure.unlessZero(message.path("best_bid_size")),
                        Figure.unlessZero(message.path("best_ask")),
                        Figure.unlessZero(message.path("best_ask_size"))));
        session.day(
                symbol,
                new DayFigures(
                        Figure.of(message.path("volume_24h")),
                        Figure.unlessZero(message.path("open_24h")),
                        Figure.unlessZero(message.path("high_24h")),
                        Figure.unlessZero(message.path("low_24h")),
                        Figure.ABSENT));
    }

    private void statuses(JsonNode message, VenueSession session) {
        for (JsonNode product : message.path("products")) {
            spelling.symbol(VenueJson.text(product, "id")).ifPresent(symbol -> status(symbol, product, session));
        }
    }

    private static void status(Symbol symbol, JsonNode product, VenueSession session) {
        String status = VenueJson.text(product, "status");
        boolean open = status.equals("online")
                && !product.path("cancel_only").booleanValue(false)
                && !product.path("trading_disabled").booleanValue(false);
        String said = VenueJson.quoted(VenueJson.text(product, "status_message"));
        session.status(
                symbol,
                open ? TradingStatus.OPEN : TradingStatus.HALTED,
                open ? null : said.isEmpty() ? "not traded at Coinbase" : said);
    }

    /** {@code side} is the maker's; who crossed the spread is the other one. */
    private static Optional<VenueTrade> match(JsonNode message) {
        OptionalLong id = VenueJson.whole(message, "trade_id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Side side = switch (VenueJson.text(message, "side")) {
            case "sell" -> Side.BUY;
            case "buy" -> Side.SELL;
            default -> null;
        };
        return Optional.of(new VenueTrade(
                id.getAsLong(),
                Figure.of(message.path("price")),
                Figure.of(message.path("size")),
                side,
                VenueTime.micros(message.path("time"))));
    }

    /** The answer's first page, newest first, ends before the cursor {@code after}. */
    @Override
    public String missedTrades(Symbol symbol, MissingTrades missing, long after) {
        return product(symbol) + "/trades?limit=" + PAGE + "&after=" + (missing.to() + 1);
    }

    @Override
    public List<VenueTrade> readTrades(JsonNode answer) {
        List<VenueTrade> trades = new ArrayList<>();
        answer.forEach(trade -> match(trade).ifPresent(trades::add));
        return trades;
    }

    private String product(Symbol symbol) {
        return "/products/" + URLEncoder.encode(spelling.name(symbol), StandardCharsets.UTF_8);
    }

    /** {@code [[time,low,high,open,close,volume],…]}, times in seconds. */
    @Override
    public Optional<String> dailyBars(Symbol symbol, Instant day) {
        return Optional.of(
                product(symbol) + "/candles?granularity=86400&start=" + day + "&end=" + day.plus(1, ChronoUnit.DAYS));
    }

    @Override
    public Figure readClose(JsonNode answer, Instant day) {
        for (JsonNode bar : answer) {
            if (VenueJson.whole(bar.path(0)).orElse(0) == day.getEpochSecond()) {
                return Figure.of(bar.path(CLOSE));
            }
        }
        return Figure.ABSENT;
    }
}
