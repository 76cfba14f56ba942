/**
 * The client's side of the feed: connecting, reconnecting, resuming, and nothing twice. Knows nothing of JavaFX.
 *
 * <p>The way of a message: a transport ({@code feed.websocket}, {@code feed.http}) reads it and tells its
 * {@link dev.liveticker.feed.link.LinkListener}; {@code Inbox} hands it over to the feed's one thread; {@code LiveFeed}
 * has the {@link dev.liveticker.feed.machine.ConnectionMachine} decide what becomes of the connection, has
 * {@code FeedAlerts} and the {@link dev.liveticker.feed.stream.SequenceGuard} leave out what came before, and passes
 * the rest on to the {@link dev.liveticker.feed.FeedListener}. What is missing, {@code GapHealer} fetches from
 * {@link dev.liveticker.feed.MarketData}.
 *
 * <p>Whoever uses a feed begins with {@link dev.liveticker.feed.Feeds}. The packages below know the values and
 * interfaces of this one, and this one puts them together; among themselves they know each other one way only.
 */
@NullMarked
package dev.liveticker.feed;

import org.jspecify.annotations.NullMarked;
