package dev.liveticker.server.venue.finnhub;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.venue.DayFigures;
import dev.liveticker.server.venue.Figure;
import dev.liveticker.server.venue.Spelling;
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
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finnhub's stream of trades (finnhub.io/docs/api/websocket-trades). It tells neither bid and ask nor tick sizes, and
 * does not confirm a subscription. Where US stocks stand at the start comes from {@code /api/v1/quote}
 * (finnhub.io/docs/api/quote). Symbols are Finnhub's, such as {@code AAPL} or {@code BINANCE:BTCUSDT}; the underscore
 * of {@code OANDA:EUR_USD}, which no symbol here may have, is written {@code -}.
 *
 * <p>What is traded while the connection is lost is missed. Who crossed the spread is not told and is inferred.
 */
public final class FinnhubProtocol implements VenueProtocol {

    public static final VenueAddress ADDRESS = VenueAddress.of("wss://ws.finnhub.io", "https://finnhub.io");

    /** The environment variable of its key. */
    public static final List<String> KEY_VARIABLES = List.of("FINNHUB_API_KEY");

    /** 50 symbols and 60 requests a minute on the free plan; Finnhub pings now and then, and is pinged. */
    private static final VenueRules RULES = new VenueRules(
            "Finnhub",
            Duration.ofSeconds(45),
            Duration.ofSeconds(15),
            10,
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            1 << 20,
            50,
            false,
            false);

    private static final String FX = "OANDA:";
    private static final BigDecimal STOCK_TICK = new BigDecimal("0.01");

    /** Finnhub tells none; fine enough for what is shown. */
    private static final BigDecimal OTHER_TICK = new BigDecimal("0.00001");

    private final VenueAddress address;
    private final VenueKey key;
    private final Spelling spelling;

    public FinnhubProtocol(VenueAddress address, VenueKey key, List<Symbol> symbols) {
        this.address = address;
        this.key = key;
        this.spelling = new Spelling(symbols, text -> text.startsWith(FX) ? text.replace('-', '_') : text);
    }

    @Override
    public VenueRules rules() {
        return RULES;
    }

    @Override
    public List<Symbol> symbols() {
        return spelling.symbols();
    }

    /** Holds the key, as Finnhub wants it. */
    @Override
    public URI stream() {
        return URI.create(address.stream() + "/?token=" + URLEncoder.encode(key.part(0), StandardCharsets.UTF_8));
    }

    @Override
    public URI requests() {
        return address.requests();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("X-Finnhub-Token", key.part(0));
    }

    @Override
    public void begin(VenueSession session) {
        list(session, new ArrayList<>(spelling.symbols()), new ArrayList<>());
    }

    /** One stock after the other; what is no stock is taken as it is. */
    private void list(VenueSession session, List<Symbol> left, List<Instrument> found) {
        while (!left.isEmpty() && !isStock(left.getFirst())) {
            Symbol symbol = left.removeFirst();
            AssetClass kind = symbol.text().startsWith(FX) ? AssetClass.FX : AssetClass.CRYPTO;
            found.add(new Instrument(symbol, symbol.text(), kind, currency(symbol), OTHER_TICK, null));
        }
        if (left.isEmpty()) {
            session.listed(found);
            return;
        }
        Symbol symbol = left.removeFirst();
        String name = URLEncoder.encode(spelling.name(symbol), StandardCharsets.UTF_8);
        session.request("/api/v1/quote?symbol=" + name, answer -> {
            // An unknown symbol is answered with zeros.
            if (Figure.unlessZero(answer.path("c")).value() != null) {
                found.add(new Instrument(symbol, symbol.text(), AssetClass.STOCK, "USD", STOCK_TICK, null));
                session.last(symbol, VenueTime.ofSeconds(answer.path("t")), Figure.of(answer.path("c")), Figure.ABSENT);
                session.day(
                        symbol,
                        new DayFigures(
                                Figure.ABSENT,
                                Figure.unlessZero(answer.path("o")),
                                Figure.unlessZero(answer.path("h")),
                                Figure.unlessZero(answer.path("l")),
                                Figure.unlessZero(answer.path("pc"))));
            }
            list(session, left, found);
        });
    }

    private static boolean isStock(Symbol symbol) {
        return symbol.text().indexOf(':') < 0;
    }

    /** The last currency of {@code OANDA:EUR-USD}; of {@code BINANCE:BTCUSDT} nobody can tell where it begins. */
    private static String currency(Symbol symbol) {
        String text = symbol.text();
        return text.startsWith(FX) && text.contains("-") ? text.substring(text.lastIndexOf('-') + 1) : "USD";
    }

    @Override
    public void opened(VenueSession session) {
        for (String name : spelling.names()) {
            session.say(VenueJson.object()
                    .put("type", "subscribe")
                    .put("symbol", name)
                    .toString());
        }
        session.subscribed();
    }

    @Override
    public void message(JsonNode message, VenueSession session) {
        switch (VenueJson.text(message, "type")) {
            case "trade" -> message.path("data").forEach(each -> trade(each, session));
            case "error" -> {
                String why = VenueJson.quoted(key.conceal(VenueJson.text(message, "msg")));
                session.lost(new Loss(Loss.Kind.REFUSED, Duration.ZERO, "it says \"" + why + "\""));
            }
            case "" -> session.malformed();
            default -> session.ignored();
        }
    }

    private void trade(JsonNode each, VenueSession session) {
        spelling.symbol(VenueJson.text(each, "s"))
                .ifPresentOrElse(
                        symbol -> {
                            long time = VenueTime.ofMillis(each.path("t"));
                            Figure price = Figure.of(each.path("p"));
                            Figure size = Figure.unlessZero(each.path("v"));
                            if (size.equals(Figure.ABSENT)) {
                                // Of currencies it tells prices, not trades.
                                session.last(symbol, time, price, size);
                            } else {
                                session.trade(symbol, new VenueTrade(0, price, size, null, time));
                            }
                        },
                        session::unknownSymbol);
    }
}
