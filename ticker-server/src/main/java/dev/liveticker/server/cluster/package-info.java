/**
 * Several nodes that are one server: a log in Redis that each of them follows, and a lease that lets one of them at a
 * time run the market. Knows nothing of quotes, connections or HTTP; what an entry means is the
 * {@link dev.liveticker.server.cluster.Replica}'s affair.
 */
@NullMarked
package dev.liveticker.server.cluster;

import org.jspecify.annotations.NullMarked;
