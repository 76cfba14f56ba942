package dev.liveticker.server.venue;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a {@link VenueProtocol} tells the engine, and has it do. Used on the market's thread alone. */
public interface VenueSession {

    /** Sends a message on the connection, at the pace the venue allows. */
    void say(String text);

    /**
     * Asks for something by HTTP, one request after the other at the pace the venue allows. If there is no answer, the
     * market does not open; once it is open, that is logged.
     *
     * @param path path and query
     */
    void request(String path, Consumer<JsonNode> answer);

    /** What the venue trades, at least of what was asked for. The first time counts. */
    void listed(Collection<Instrument> instruments);

    /** The venue has confirmed all that was asked for on this connection. */
    void subscribed();

    /** The best bid and ask of a symbol, as of a time in microseconds since the Unix epoch. */
    void top(Symbol symbol, long time, TopOfBook top);

    /** The last trade as a summary tells it; believed only until trades themselves come on this connection. */
    void last(Symbol symbol, long time, Figure price, Figure size);

    /** What is known of the session or of the last 24 hours. */
    void day(Symbol symbol, DayFigures day);

    /** A trade, in the venue's order. */
    void trade(Symbol symbol, VenueTrade trade);

    /**
     * The newest trade before this connection. The first time it only tells where the price stands; on later
     * connections it is a trade like others, which may have been missed.
     */
    void newest(Symbol symbol, VenueTrade trade);

    /** The venue says that the newest trade of a symbol has this number. */
    void tradedUpTo(Symbol symbol, long id);

    /** The venue says whether a symbol is traded. */
    void status(Symbol symbol, TradingStatus status, @Nullable String reason);

    /** The message was understood and says nothing that is wanted. */
    void ignored();

    /** The message makes no sense. */
    void malformed();

    /** Something of a symbol that was not asked for. */
    void unknownSymbol();

    /** The venue refuses, or says that it ends; the connection is given up. */
    void lost(Loss loss);

    /** The time of day, microseconds since the Unix epoch, for what the venue gives no time. */
    long now();
}
