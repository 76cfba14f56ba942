package dev.liveticker.feed;

import dev.liveticker.feed.http.RestCalls;

/** A feed whose REST calls go where it goes. */
final class Followed extends ForwardingFeed {

    private final RestCalls calls;

    Followed(Feed feed, RestCalls calls) {
        super(feed);
        this.calls = calls;
    }

    @Override
    public void apply(FeedSettings settings) {
        calls.follow(settings);
        super.apply(settings);
    }
}
