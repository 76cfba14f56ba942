/** What every transport looks like to the feed: {@link dev.liveticker.feed.link.FeedTransport}. */
@NullMarked
package dev.liveticker.feed.link;

import org.jspecify.annotations.NullMarked;
