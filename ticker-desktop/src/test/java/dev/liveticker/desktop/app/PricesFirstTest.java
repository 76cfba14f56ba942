package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.MarketData;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PricesFirstTest {

    private static final ConnectionState LIVE = new ConnectionState.Live(Transport.WEBSOCKET);
    private static final Welcome WELCOME = new Welcome(1, "fake", "abc", 0, "s1", 5_000, 0, true, "SIMULATED", null);

    private final List<Object> heard = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Runnable> painted = new ArrayList<>();
    private final FakeMarketData server = new FakeMarketData();
    private final PricesFirst first = new PricesFirst(
            new FeedListener() {
                @Override
                public void onMessages(List<ServerMessage> messages) {
                    heard.addAll(messages);
                }

                @Override
                public void onState(ConnectionState state) {
                    heard.add(state);
                }
            },
            later::add,
            painted::add);
    private CompletableFuture<List<Instrument>> answer = new CompletableFuture<>();

    @BeforeEach
    void ask() {
        server.answerAtOnce();
        MarketData data = first.held(server);
        answer = data.instruments("");
        first.onState(new ConnectionState.Connecting(1, Transport.WEBSOCKET));
        first.onState(LIVE);
        first.onMessages(List.of(WELCOME));
    }

    @Test
    void nothing_is_asked_before_the_first_price_is_seen() {
        assertThat(answer).isNotDone();
        assertThat(painted).isEmpty();

        first.onMessages(List.of(Some.snapshot(Some.AAPL, "1", "1")));
        assertThat(answer).isNotDone();

        assertThat(painted).hasSize(1);
        painted.forEach(Runnable::run);
        assertThat(answer).isCompleted();
        assertThat(heard).hasSize(4).contains(LIVE, WELCOME);
    }

    @Test
    void prices_after_the_first_change_nothing() {
        first.onMessages(List.of(Some.snapshot(Some.AAPL, "1", "1")));
        first.onMessages(List.of(Some.snapshot(Some.AAPL, "2", "2")));

        assertThat(painted).hasSize(1);
    }

    @Test
    void who_waits_for_no_price_waits_a_moment_only() {
        assertThat(later).hasSize(1);

        later.forEach(Runnable::run);
        painted.forEach(Runnable::run);

        assertThat(answer).isCompleted();
    }

    @Test
    void a_server_that_refuses_is_asked_all_the_same_and_says_so_itself() {
        first.onState(new ConnectionState.Refused("token expired"));

        assertThat(answer).isCompleted();
    }
}
