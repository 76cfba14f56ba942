package dev.liveticker.server.venue.kraken;

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
import java.util.ArrayList;
import java.util.Comparator;
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
 * Kraken's WebSocket API, version 2 (docs.kraken.com/exchange/api-reference/spot-websocket-v2): {@code instrument}
 * first, which tells the pairs with their price steps and status, then {@code ticker} (on every change of the best bid
 * or ask) and {@code trade}. Trades are numbered without holes by {@code trade_id}; missing ones come from the REST
 * API's {@code /0/public/Trades}. {@code BTC-USD} here is {@code BTC/USD} there.
 */
public final class KrakenProtocol implements VenueProtocol {

    public static final VenueAddress ADDRESS = VenueAddress.of("wss://ws.kraken.com", "https://api.kraken.com");

    /**
     * A heartbeat comes every second in which nothing else does (.../spot-websocket-v2/heartbeat). Public requests are
     * limited to about one a second (docs.kraken.com, "Spot REST rate limits"). The first instrument message lists
     * every asset and pair.
     */
    private static final VenueRules RULES = new VenueRules(
            "Kraken",
            Duration.ofSeconds(10),
            Duration.ZERO,
            5,
            Duration.ofMillis(1_100),
            Duration.ofSeconds(5),
            8 << 20,
            200,
            true,
            true);

    private static final List<String> CHANNELS = List.of("ticker", "trade");
    private static final int PAGE = 1_000;

    /** Where these figures stand in a trade of the REST API. */
    private static final int PRICE = 0;

    private static final int VOLUME = 1;
    private static final int TIME = 2;
    private static final int SIDE = 3;
    private static final int ID = 6;

    /** Where the close stands in a bar. */
    private static final int CLOSE = 4;

    private final VenueAddress address;
    private final Spelling spelling;
    private final Map<Symbol, String> pairStatus = new HashMap<>();
    private final Set<String> confirmed = new HashSet<>();
    private String system = "online";
    private boolean asked;

    /** Whose first snapshot of trades was read. */
    private final Set<Symbol> begun = new HashSet<>();

    public KrakenProtocol(VenueAddress address, List<Symbol> symbols) {
        this.address = address;
        this.spelling = new Spelling(
                symbols.stream()
                        .map(symbol -> new Symbol(symbol.text().replace('/', '-')))
                        .toList(),
                text -> text.replace('-', '/'));
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
        return URI.create(address.stream() + "/v2");
    }

    @Override
    public URI requests() {
        return address.requests();
    }

    /** The stream tells what there is. */
    @Override
    public void begin(VenueSession session) {}

    @Override
    public void opened(VenueSession session) {
        confirmed.clear();
        asked = false;
        ObjectNode subscribe = VenueJson.object();
        subscribe.put("method", "subscribe");
        subscribe.putObject("params").put("channel", "instrument").put("snapshot", true);
        session.say(subscribe.toString());
    }

    @Override
    public void message(JsonNode message, VenueSession session) {
        if (message.has("method")) {
            answered(message, session);
            return;
        }
        boolean snapshot = VenueJson.text(message, "type").equals("snapshot");
        switch (VenueJson.text(message, "channel")) {
            case "instrument" -> instruments(message.path("data").path("pairs"), snapshot, session);
            case "ticker" -> message.path("data").forEach(each -> ticker(each, session));
            case "trade" -> trades(message.path("data"), snapshot, session);
            case "status" -> system(message.path("data"), session);
            case "heartbeat" -> session.ignored();
            case "" -> session.malformed();
            default -> session.ignored();
        }
    }

    /** A subscription is confirmed for each symbol by itself. */
    private void answered(JsonNode message, VenueSession session) {
        if (!VenueJson.text(message, "method").equals("subscribe")) {
            session.ignored();
            return;
        }
        if (!message.path("success").booleanValue(false)) {
            String why = VenueJson.quoted(VenueJson.text(message, "error"));
            session.lost(new Loss(Loss.Kind.REFUSED, Duration.ZERO, "it says \"" + why + "\""));
            return;
        }
        JsonNode result = message.path("result");
        if (spelling.symbol(VenueJson.text(result, "symbol")).isPresent()
                && CHANNELS.contains(VenueJson.text(result, "channel"))) {
            confirmed.add(VenueJson.text(result, "channel") + " " + VenueJson.text(result, "symbol"));
        }
        boolean all = CHANNELS.stream()
                .allMatch(channel ->
                        spelling.names().stream().allMatch(name -> confirmed.contains(channel + " " + name)));
        if (all) {
            session.subscribed();
        }
    }

    private void instruments(JsonNode pairs, boolean snapshot, VenueSession session) {
        List<Instrument> found = new ArrayList<>();
        for (JsonNode pair : pairs) {
            Optional<Symbol> symbol = spelling.symbol(VenueJson.text(pair, "symbol"));
            if (symbol.isPresent()) {
                pairStatus.put(symbol.get(), VenueJson.text(pair, "status"));
                Instrument instrument = instrument(symbol.get(), pair);
                if (instrument != null) {
                    found.add(instrument);
                }
            }
        }
        if (snapshot) {
            session.listed(found);
            subscribe(session);
        }
        tellStatus(session);
    }

    private static @Nullable Instrument instrument(Symbol symbol, JsonNode pair) {
        Figure tick = Figure.of(pair.path("price_increment"));
        String currency = VenueJson.text(pair, "quote");
        if (tick.value() == null || tick.value().signum() <= 0 || currency.isBlank()) {
            return null;
        }
        String name = VenueJson.quoted(VenueJson.text(pair, "symbol"));
        return new Instrument(symbol, name, AssetClass.CRYPTO, currency, tick.value(), null);
    }

    private void subscribe(VenueSession session) {
        if (asked) {
            return;
        }
        asked = true;
        for (String channel : CHANNELS) {
            ObjectNode subscribe = VenueJson.object();
            subscribe.put("method", "subscribe");
            ObjectNode params = subscribe.putObject("params").put("channel", channel);
            ArrayNode names = params.putArray("symbol");
            spelling.names().forEach(names::add);
            if (channel.equals("ticker")) {
                params.put("event_trigger", "bbo");
            }
            params.put("snapshot", true);
            session.say(subscribe.toString());
        }
    }

    private void system(JsonNode data, VenueSession session) {
        for (JsonNode each : data) {
            system = VenueJson.text(each, "system");
        }
        tellStatus(session);
    }

    private void tellStatus(VenueSession session) {
        pairStatus.forEach((symbol, status) -> {
            String closed = halts(system) ? system : halts(status) ? status : "";
            session.status(
                    symbol,
                    closed.isEmpty() ? TradingStatus.OPEN : TradingStatus.HALTED,
                    closed.isEmpty() ? null : "Kraken: " + VenueJson.quoted(closed));
        });
    }

    /** What of the documented values of system and pair means that nothing is traded. */
    private static boolean halts(String status) {
        return switch (status) {
            case "maintenance", "cancel_only", "delisted", "work_in_progress", "initialized" -> true;
            default -> false;
        };
    }

    /** Figures of the last 24 hours: Kraken has no session. */
    private void ticker(JsonNode data, VenueSession session) {
        Optional<Symbol> symbol = symbol(data, session);
        if (symbol.isEmpty()) {
            return;
        }
        // Older servers tell no time here.
        long time = data.has("timestamp") ? VenueTime.micros(data.path("timestamp")) : session.now();
        session.last(symbol.get(), time, Figure.unlessZero(data.path("last")), Figure.ABSENT);
        session.top(
                symbol.get(),
                time,
                new TopOfBook(
                        Figure.unlessZero(data.path("bid")),
                        Figure.unlessZero(data.path("bid_qty")),
                        Figure.unlessZero(data.path("ask")),
                        Figure.unlessZero(data.path("ask_qty"))));
        session.day(
                symbol.get(),
                new DayFigures(
                        Figure.of(data.path("volume")),
                        Figure.ABSENT,
                        Figure.unlessZero(data.path("high")),
                        Figure.unlessZero(data.path("low")),
                        Figure.ABSENT));
    }

    /** A snapshot holds the last 50 trades; of the first one only the newest says where the price stands. */
    private void trades(JsonNode data, boolean snapshot, VenueSession session) {
        Map<Symbol, List<VenueTrade>> bySymbol = new HashMap<>();
        for (JsonNode each : data) {
            Optional<Symbol> symbol = symbol(each, session);
            OptionalLong id = VenueJson.whole(each, "trade_id");
            if (symbol.isPresent() && id.isPresent()) {
                bySymbol.computeIfAbsent(symbol.get(), none -> new ArrayList<>())
                        .add(new VenueTrade(
                                id.getAsLong(),
                                Figure.of(each.path("price")),
                                Figure.of(each.path("qty")),
                                side(VenueJson.text(each, "side")),
                                VenueTime.micros(each.path("timestamp"))));
            } else if (symbol.isPresent()) {
                session.malformed();
            }
        }
        bySymbol.forEach((symbol, trades) -> {
            trades.sort(Comparator.comparingLong(VenueTrade::id));
            if (snapshot && begun.add(symbol)) {
                session.newest(symbol, trades.getLast());
            } else {
                trades.forEach(trade -> session.trade(symbol, trade));
            }
        });
    }

    private Optional<Symbol> symbol(JsonNode data, VenueSession session) {
        Optional<Symbol> symbol = spelling.symbol(VenueJson.text(data, "symbol"));
        if (symbol.isEmpty()) {
            session.unknownSymbol();
        }
        return symbol;
    }

    /** The taker's, written whole on the stream and by its first letter in answers. */
    private static @Nullable Side side(String text) {
        return switch (text) {
            case "buy", "b" -> Side.BUY;
            case "sell", "s" -> Side.SELL;
            default -> null;
        };
    }

    /** The answer begins after {@code since}, in nanoseconds, oldest first. */
    @Override
    public String missedTrades(Symbol symbol, MissingTrades missing, long after) {
        return "/0/public/Trades?pair=" + URLEncoder.encode(spelling.name(symbol), StandardCharsets.UTF_8) + "&since="
                + Math.max(0, after - 1) * 1_000 + "&count=" + PAGE;
    }

    /** {@code {"error":[],"result":{"BTC/USD":[[price,volume,time,side,type,misc,id],…],"last":"…"}}}. */
    @Override
    public List<VenueTrade> readTrades(JsonNode answer) {
        List<VenueTrade> trades = new ArrayList<>();
        for (JsonNode field : answer.path("result")) {
            if (field.isArray()) {
                field.forEach(each -> readTrade(each).ifPresent(trades::add));
            }
        }
        return trades;
    }

    private static Optional<VenueTrade> readTrade(JsonNode fields) {
        OptionalLong id = VenueJson.whole(fields.path(ID));
        Figure seconds = Figure.of(fields.path(TIME));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new VenueTrade(
                id.getAsLong(),
                Figure.of(fields.path(PRICE)),
                Figure.of(fields.path(VOLUME)),
                side(fields.path(SIDE).stringValue("")),
                seconds.value() == null
                                || seconds.value().precision() - seconds.value().scale() > 12
                        ? VenueTime.UNKNOWN
                        : seconds.value().movePointRight(6).longValue()));
    }

    /** {@code {"result":{"BTC/USD":[[time,open,high,low,close,vwap,volume,count],…]}}}, times in seconds. */
    @Override
    public Optional<String> dailyBars(Symbol symbol, Instant day) {
        return Optional.of("/0/public/OHLC?pair=" + URLEncoder.encode(spelling.name(symbol), StandardCharsets.UTF_8)
                + "&interval=1440&since=" + (day.getEpochSecond() - 1));
    }

    @Override
    public Figure readClose(JsonNode answer, Instant day) {
        for (JsonNode bars : answer.path("result")) {
            for (JsonNode bar : bars) {
                if (VenueJson.whole(bar.path(0)).orElse(0) == day.getEpochSecond()) {
                    return Figure.of(bar.path(CLOSE));
                }
            }
        }
        return Figure.ABSENT;
    }
}
