/**
 * Where prices come from: {@link MarketSource} and its kinds. Knows nothing of who listens. The model, with its sources
 * and what it comes to, is described in {@code docs/market.md}.
 *
 * <p>Where what is:
 *
 * <ul>
 *   <li><b>Any market.</b> {@link MarketSource} is one, {@link MarketPlan} which one a server is to run, and
 *       {@link TappedMarket} one that another's events pass through.
 *   <li><b>What is traded.</b> A {@link Catalogue} of {@link Listing listings}, read from a file by
 *       {@link CatalogueText}, {@link CatalogueFields}, {@link CatalogueHeader}, {@link CatalogueColumn} and
 *       {@link CatalogueLine} ({@link MalformedCatalogueException}), or made up by {@link SyntheticUniverse}.
 *   <li><b>Running it.</b> {@link SimulationPlan}, by {@link SimulationSettings} and {@link Speed}, sets up a
 *       {@link Simulator}, which moves a {@link SimulatedMarket} on as {@link MarketTime} says: {@link WallTime}
 *       ({@link Pace}) or {@link VirtualTime}.
 *   <li><b>Whose turn it is.</b> A {@link TradingFloor} has all that keep the same hours, by an {@link ActivityClock}
 *       that goes as fast as the market is busy; {@code calendar} knows the hours.
 *   <li><b>What a price is.</b> {@link FairPrice} of its {@link Exposure} to {@link Factors} ({@link Factor}) and of
 *       its own {@link Walk}, with {@link LogVolatility}, {@link CommonVolatility} and {@link Jumps}; {@link Growth}
 *       makes a price of a return, and all chance comes from a {@link Seed}.
 *   <li><b>What is quoted and traded.</b> A {@link Ticker}, of an index ({@link IndexTicker}) or of what is bought and
 *       sold ({@link TradedTicker}): {@link OrderBookTop}, {@link TradeArrivals}, and the {@link PriceBand} that halts
 *       it. {@link Session} is the day so far. They count on a {@link PriceGrid}, a {@link TickTable} and a
 *       {@link SizeGrid}.
 *   <li><b>What was before.</b> {@link Past} and {@link PastDay} make it up; {@link Opening} puts it together with what
 *       an earlier run left.
 * </ul>
 */
@NullMarked
package dev.liveticker.server.market;

import org.jspecify.annotations.NullMarked;
