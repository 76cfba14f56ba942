package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.instrument.RetryWait;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TrendsTest {

    private final FakeMarketData marketData = new FakeMarketData();
    private final Trends trends = new Trends(marketData, Runnable::run);
    private final WatchlistViewModel watchlist = new WatchlistViewModel(
            new FakeFeed(),
            new InstrumentDirectory(marketData, Runnable::run),
            Watchlists.of(List.of(Some.AAPL, Some.MSFT)));
    private final QuoteRow row = watchlist.rows().getFirst();

    @Test
    void what_could_not_be_had_is_asked_for_again_later_each_time() {
        trends.second(0);
        trends.want(row);
        trends.want(row);
        assertThat(asked()).as("looking twice is asking once").isEqualTo(1);
        fail();

        at(4);
        assertThat(asked()).isEqualTo(1);
        at(5);
        assertThat(asked()).isEqualTo(2);
        fail();
        at(14);
        assertThat(asked()).isEqualTo(2);
        at(15);
        assertThat(asked()).isEqualTo(3);

        marketData.lastBarsAsked().answer().complete(Some.bars(Some.AAPL, 0, 3));
        assertThat(row.trend().size()).isPositive();
        at(10_000);
        assertThat(asked()).as("it is there").isEqualTo(3);
    }

    @Test
    void the_wait_grows_to_five_minutes_and_ends_when_the_server_can_be_reached_again() {
        long seconds = 0;
        trends.second(0);
        trends.want(row);
        for (int i = 0; i < 70; i++) {
            fail();
            seconds += RetryWait.LONGEST.toSeconds();
            at(seconds);
        }
        assertThat(asked()).isEqualTo(71);

        fail();
        at(seconds + 299);
        assertThat(asked()).isEqualTo(71);
        trends.live(true);
        assertThat(asked()).isEqualTo(72);
    }

    @Test
    void what_was_missed_while_the_connection_was_lost_is_asked_for_once() {
        long step = Trend.STEP.micros();
        trends.live(true);
        trends.want(row);
        marketData.lastBarsAsked().answer().complete(List.of());
        row.trend().add(10, step);
        row.trend().add(11, 5 * step);
        trends.want(row);
        assertThat(asked()).as("nobody traded in between").isEqualTo(1);

        trends.live(false);
        trends.live(true);
        trends.want(row);
        trends.want(row);

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void a_trend_without_a_hole_is_not_asked_for_again() {
        trends.live(true);
        trends.want(row);
        marketData.lastBarsAsked().answer().complete(List.of());
        row.trend().add(10, 0);
        row.trend().add(11, Trend.STEP.micros());

        trends.live(false);
        trends.live(true);
        trends.want(row);

        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void what_goes_wrong_with_an_answer_is_the_owners_to_hear() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        Trends late = new Trends(marketData, tasks::add);
        late.want(row);

        marketData.lastBarsAsked().answer().complete(Collections.singletonList(null));

        assertThatNullPointerException().isThrownBy(() -> tasks.remove().run());
    }

    @Test
    void another_server_is_not_asked_for_what_this_one_did_not_have() {
        trends.second(0);
        trends.want(row);
        fail();

        trends.forget();
        at(1_000);

        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void a_symbol_that_the_server_does_not_offer_is_not_asked_for_for_ever() {
        trends.second(0);
        trends.want(row);
        row.refused("unknown");
        fail();

        at(1_000);

        assertThat(asked()).isEqualTo(1);
    }

    private void at(long seconds) {
        trends.second(Duration.ofSeconds(seconds).toNanos());
    }

    private int asked() {
        return marketData.barsAsked().size();
    }

    private void fail() {
        marketData.lastBarsAsked().answer().completeExceptionally(new IOException("no way there"));
    }
}
