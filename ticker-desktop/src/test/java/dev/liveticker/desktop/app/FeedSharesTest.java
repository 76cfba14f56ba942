package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.Subscription;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedSharesTest {

    private static final Subscription QUOTES = Subscription.quotes(Some.AAPL);
    private static final Subscription OTHER = Subscription.quotes(Some.MSFT);

    private final FakeFeed feed = new FakeFeed();
    private final FeedShares shares = new FeedShares(feed);
    private final Feed one = shares.share();
    private final Feed another = shares.share();

    @Test
    void what_another_share_wants_goes_on() {
        one.subscribe(List.of(QUOTES, OTHER));
        another.subscribe(List.of(QUOTES));

        one.unsubscribe(List.of(QUOTES, OTHER));

        assertThat(feed.subscriptions()).containsExactly(QUOTES);
        another.unsubscribe(List.of(QUOTES));
        assertThat(feed.subscriptions()).isEmpty();
    }

    @Test
    void asking_twice_is_one_wish_and_taking_back_twice_too() {
        one.subscribe(List.of(QUOTES));
        one.subscribe(List.of(QUOTES));
        another.subscribe(List.of(QUOTES));

        one.unsubscribe(List.of(QUOTES));
        one.unsubscribe(List.of(QUOTES));

        assertThat(feed.subscriptions()).containsExactly(QUOTES);
    }

    @Test
    void a_share_that_is_closed_wants_nothing_and_leaves_the_feed_open() {
        one.subscribe(List.of(QUOTES));
        another.subscribe(List.of(OTHER));

        one.close();

        assertThat(feed.subscriptions()).containsExactly(OTHER);
        assertThat(feed.closed()).isFalse();
    }
}
