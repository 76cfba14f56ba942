/**
 * Real exchanges and data vendors as a market: one engine that connects, watches, reconnects, heals and checks, and in
 * each sub-package what one venue says and wants to be told.
 *
 * <p>Where what is, from a venue's message to the market's event:
 *
 * <ul>
 *   <li><b>The market.</b> {@link VenueMarket} puts all of it together.
 *   <li><b>The line.</b> {@link VenueConnection} keeps a {@link VenueLink} ({@link SocketLink}) that a
 *       {@link VenueConnector} ({@link HttpConnector}) makes to a {@link VenueAddress}; {@link VenueRequests} asks by
 *       HTTP, and what it gets for it may be a {@link VenueLossException}. {@link Pacing} keeps to what the
 *       {@link VenueRules} allow; {@link VenueKey} is what a vendor knows its customer by.
 *   <li><b>The language.</b> A {@link VenueProtocol} understands what is said ({@link VenueJson}, {@link VenueTime},
 *       {@link Spelling}, {@link Figure}) and tells it to a {@link VenueSession}, as {@link TopOfBook},
 *       {@link DayFigures} and {@link VenueTrade}. To add a venue is to write one of these.
 *   <li><b>Holes.</b> {@link TradeHealer} has {@link MissingTrades} fetched that a {@link TradeSequence} lacks.
 *   <li><b>What is believed.</b> {@link MarketPicture}, of a {@link SymbolPicture} each, checks by {@link PriceBand}
 *       and otherwise, and hands on the market's events; {@link PreviousCloses} asks for what no message tells. What is
 *       not believed is a {@link Rejection}, counted in {@link VenueStatistics} and told by {@link StatisticsDigest}.
 * </ul>
 */
@NullMarked
package dev.liveticker.server.venue;

import org.jspecify.annotations.NullMarked;
