package dev.liveticker.server.venue;

import java.time.Duration;

/**
 * How a venue wants to be treated, and how it is watched.
 *
 * @param name what people call it
 * @param silence how long it may say nothing before the connection counts as dead
 * @param pingEvery how often it is sent a WebSocket ping, whose answer counts as saying something; zero for never
 * @param messagesPerSecond how many messages it may be sent in a second
 * @param requestEvery the least time between two requests
 * @param firstPrices how long to wait at the start for first prices of all symbols; one that comes later is no fault
 * @param maxMessage the most characters of a message
 * @param maxSymbols how many symbols may be asked for
 * @param countsTrades whether it numbers the trades of a symbol without holes
 * @param listsOnStream whether its instruments are told by the stream, so that it is connected to before they are known
 */
public record VenueRules(
        String name,
        Duration silence,
        Duration pingEvery,
        int messagesPerSecond,
        Duration requestEvery,
        Duration firstPrices,
        int maxMessage,
        int maxSymbols,
        boolean countsTrades,
        boolean listsOnStream) {}
