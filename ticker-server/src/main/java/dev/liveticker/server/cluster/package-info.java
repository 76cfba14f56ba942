/**
 * Several nodes that are one server: a log in Redis that each of them follows, and a lease that lets one of them at a
 * time run the market. Knows nothing of quotes, connections or HTTP; what an entry means is the {@link Replica}'s
 * affair. Why it is so: {@code docs/decisions/0013} and {@code 0014}.
 *
 * <p>Where what is:
 *
 * <ul>
 *   <li><b>What others see.</b> {@link Cluster} ({@link RedisCluster}) is this node's part, by {@link ClusterSettings}.
 *       It hands an {@link Entry} or a {@link State} to the {@link Replica}, takes entries by a {@link Journal}, asks
 *       {@link Peers}, and says by {@link Standing} and {@link Figures} how it fares. {@link FencedException} and
 *       {@link UnfitStateException} are what can be wrong.
 *   <li><b>Deciding.</b> {@link Node}, on the one thread of a {@link Loop} and by {@link Clocks}, looks by
 *       {@link Pulse} at Redis, sees a {@link Glance} of it, and takes the {@link Lease} if it has an {@link Aim} for
 *       it. {@link Appearance} shows the role that follows from the {@link Standpoint}.
 *   <li><b>Following.</b> {@link Following} applies entries in order ({@link Follower}), and reads from the log what
 *       was not heard. What was published waits in the {@link Inbox}; {@link LogEntry} is its form.
 *   <li><b>Leading.</b> {@link Leadership} begins and ends a {@link Term}, whose entries are fenced: {@link Appender}
 *       and {@code append.lua} add each under its lease and its number, or not at all. {@link Requests} adds what any
 *       node may.
 *   <li><b>States.</b> {@link States} brings them to Redis and back, by a {@link Survey} of what is there;
 *       {@link Checkpoints} stores one when the {@link CheckpointPlan} says so.
 *   <li><b>Redis.</b> {@link Redis} is where it is; {@link Connector} makes a {@link Link} to it, again and again.
 *       {@link Keys} names what is there, {@link Script} what is done there in one step.
 *   <li><b>Other nodes.</b> {@link RedisPeers} asks and answers them by {@link PeerMessage}. {@link RandomNames} names
 *       nodes and epochs, and {@link Counters} counts.
 * </ul>
 *
 * <p>How a node recovers, always in this order, on the loop:
 *
 * <ol>
 *   <li>{@link Following} finds that it cannot go on, and is astray; its watcher, {@link Node}, hears
 *       {@code lostTrack}, or {@code stuck} if it is the entry that cannot be taken in. Or {@link Node} itself finds in
 *       {@code judge} that the log is another or shorter than what was applied ({@code stray}). Either way
 *       {@link Leadership} ends, {@link Requests} are shut, and the {@link Standpoint} says so.
 *   <li>The next look of {@link Pulse}, within a third of a lease, brings a {@link Glance} to {@code looked}, and
 *       {@code judge} has {@link States} restore, or begin a log if the lease was taken for that. After a state that
 *       does not fit or an entry that cannot be taken in, ten seconds pass before. {@code busy} meanwhile: nothing is
 *       judged, and the market is not begun.
 *   <li>{@link States} tells one of {@code Node.Taken}'s methods. {@code at}: {@link Following} becomes the state and
 *       reads the log from there. {@code none}: the node looks again, now with the {@link Aim} to begin a log.
 *       {@code unfit} and {@code failed}: the next look tries again.
 *   <li>When all that is in the log is applied, {@code caughtUp} opens {@link Requests}, and the market may begin. If
 *       instead something is missing again, it is the first step.
 * </ol>
 *
 * <p>A new link begins with reading the log, and comes to the first step only if that does not fit. All of it is on one
 * thread, which {@link Replica#apply} may hold up: alerts that are far behind make it wait for up to ten seconds, and
 * {@link Replica#follow} waits for the market to close. A lease may run out by that; it is then another node's.
 */
@NullMarked
package dev.liveticker.server.cluster;

import org.jspecify.annotations.NullMarked;
