/**
 * The client's side of the feed: transports, the connection's state machine, resume and backoff. Knows nothing of
 * JavaFX.
 */
@NullMarked
package dev.liveticker.feed;

import org.jspecify.annotations.NullMarked;
