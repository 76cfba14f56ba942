/**
 * The fan-out: numbers what happens, keeps the newest value of each symbol and a bounded log of what must not be lost,
 * and gives every subscriber what it asked for at its own pace. Knows nothing of sockets, HTTP or JSON.
 *
 * <p>Where what is, in the order in which a quote passes through:
 *
 * <ul>
 *   <li><b>The way in.</b> {@link Hub} is what others call, from any thread; {@link HubThread} does what it is asked,
 *       one thing after the other, in {@link HubCore}, which has no thread and no clock of its own. {@link HubSettings}
 *       says how much of anything there may be, {@link Intake} how much one client may have said that is not done yet.
 *   <li><b>What is known.</b> {@link Board} gives an event its number ({@link Numbering}) and puts it where it belongs:
 *       a {@link SymbolSlot} has all of a symbol. What only counts while it is the newest is a {@link Value}, a
 *       {@link QuoteSlot} or the open bar of a {@link BarLane}; what must not be lost is a {@link LogEntry} in a
 *       {@link Lane} and in the {@link RetainedLog}. Either is written once for all, as an {@link EncodedMessage}.
 *   <li><b>Who wants it.</b> The {@link Subscriptions} of a client, by {@link Topic}, come to an {@link Interest}. All
 *       that have the same share one {@link View} ({@link Views}), which follows each value by a {@link Watch}, where a
 *       {@code maxRate} holds it back, and each lane by a {@link Tap} ({@link Taps}), and keeps what it told last on a
 *       {@link Tape}. {@link Audience}, {@link Chain} and {@link Recent} keep order among them.
 *   <li><b>Giving it out.</b> {@link Delivery} serves a client when the frame before is written, at the rhythm of
 *       {@link Pacing} and at its {@link Alarms}. Members of a view that are as far as each other are served together:
 *       {@link Rounds}, {@link Round}, {@link SharedFrames}. Whoever is not is served alone, by an {@link Assembly} of
 *       what its {@link Progress} and its {@link Backlog} say it lacks. Conflation is there, and in
 *       {@code SharedFrames}. What comes of it is a {@link Frame}, for an {@link Outlet}.
 *   <li><b>One client.</b> {@link Session} is its place here, with an {@link Outbox} of what is said to it alone. A
 *       transport sees it as a {@link Connection} by some {@link Carrier}, and holds it by a {@link Subscriber}
 *       ({@link HubSubscriber}).
 *   <li><b>Coming and going.</b> {@link Newcomers} get a place in the {@link Membership}, if need be that of somebody
 *       dead ({@link Eviction}); whoever is ahead of this hub waits in the {@link WaitingRoom}. {@link Expiries} ends
 *       those whose token ran out, and {@link Parting} says why somebody went.
 *   <li><b>What clients ask for.</b> {@link Requests}, within their {@link Permissions}; {@link Resumption} says where
 *       a stream goes on, or what is lost. {@link Login} is what a token was worth. {@link Users} hands what is
 *       personal to a {@link UserDesk}, which answers by {@link Letter}.
 *   <li><b>Polls.</b> A {@link PollRequest} waits as a {@link PendingPoll}; {@link PollDesk} has it go on where its
 *       client is, by the {@link Answers} that arrived, and it becomes a {@link PollAnswer}.
 *   <li><b>One of several.</b> {@link HubNode} says which hub of a log it is, {@link HubState} what another goes on
 *       from.
 *   <li><b>What is counted and logged.</b> {@link HubFigures}, of {@link Tally}, {@link Durations} and {@link Traffic};
 *       {@link LatencySample} and {@link Lateness} measure; {@link Census} and {@link Presence} say what and who is
 *       there; {@link ConnectionLog} writes a line for each coming and going, under a {@link ConnectionId}, within a
 *       {@link LogQuota}.
 * </ul>
 */
@NullMarked
package dev.liveticker.server.hub;

import org.jspecify.annotations.NullMarked;
