package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The project's own client against a server that asks for tokens. */
class TokenFeedTest {

    private static GuardedServer guarded;

    private final List<ServerMessage> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        guarded = new GuardedServer(false);
    }

    @AfterAll
    static void stop() throws IOException {
        guarded.close();
    }

    private Feeds.Connected connect(Transport transport, TokenSource token) {
        FeedListener listener = new FeedListener() {
            @Override
            public void onState(ConnectionState state) {}

            @Override
            public void onMessages(List<ServerMessage> messages) {
                heard.addAll(messages);
            }
        };
        FeedSettings settings = new FeedSettings(guarded.server.server.address(), transport, false, true, token, null);
        assertThat(settings.toString()).doesNotContain("eyJ");
        return Feeds.connect(settings, listener);
    }

    private <T> boolean has(Class<T> type) {
        return heard.stream().anyMatch(type::isInstance);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void with_a_token_every_transport_carries_the_feed(Transport transport) throws Exception {
        String token = guarded.token("ana", Duration.ofHours(1), Set.of(), "AAPL");
        try (Feeds.Connected connected = connect(transport, TokenSource.of(token))) {
            Feed feed = connected.feed();
            feed.subscribe(List.of(Subscription.quotes(ScriptedMarket.AAPL), Subscription.quotes(ScriptedMarket.MSFT)));
            await().until(() -> has(Snapshot.class));
            assertThat(feed.state()).isEqualTo(new ConnectionState.Live(transport));
            await().until(() -> heard.stream()
                    .anyMatch(message -> message instanceof Subscribed subscribed
                            && subscribed.rejected().stream()
                                    .anyMatch(each -> each.symbol().equals("MSFT")
                                            && each.code().equals("not_allowed"))));
            assertThat(connected.data().instruments("").get(60, TimeUnit.SECONDS))
                    .hasSize(1);
        }
        assertThat(guarded.log).noneMatch(line -> line.contains(token));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void without_one_it_stops_and_says_why(Transport transport) throws Exception {
        for (TokenSource token :
                List.of(TokenSource.none(), TokenSource.of("guess"), TokenSource.of(guarded.expired("ana")))) {
            if (transport == Transport.WEBSOCKET && token.equals(TokenSource.none())) {
                continue;
            }
            try (Feeds.Connected connected = connect(transport, token)) {
                await().until(() -> connected.feed().state() instanceof ConnectionState.Refused);
                assertThat(connected.feed().state())
                        .isEqualTo(new ConnectionState.Refused(
                                "not authenticated, or the token ran out", ConnectionState.Cause.UNAUTHENTICATED));
                assertThatThrownBy(() -> connected.data().instruments("").get(60, TimeUnit.SECONDS))
                        .hasMessageContaining("token");
            }
        }
    }

    /** A poll shows the token that there is anyway. */
    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"WEBSOCKET", "SSE"})
    void a_token_that_was_renewed_before_it_ran_out_is_taken_up_without_a_word(Transport transport) throws Exception {
        AtomicReference<String> token = new AtomicReference<>(guarded.token("ana", GuardedServer.BRIEF, Set.of(), "*"));
        try (Feeds.Connected connected = connect(transport, () -> Optional.of(token.get()))) {
            Feed feed = connected.feed();
            await().until(() -> feed.state() instanceof ConnectionState.Live);
            token.set(guarded.token("ana"));
            await().until(() -> feed.statistics().reconnects() == 1);
            assertThat(feed.state()).isEqualTo(new ConnectionState.Live(transport));
        }
    }

    @Test
    void another_token_is_taken_up_when_it_is_tried_again() throws Exception {
        AtomicReference<String> token = new AtomicReference<>(guarded.token("ana", GuardedServer.BRIEF, Set.of(), "*"));
        try (Feeds.Connected connected = connect(Transport.WEBSOCKET, () -> Optional.of(token.get()))) {
            Feed feed = connected.feed();
            await().until(() -> feed.state() instanceof ConnectionState.Live);
            await().until(() -> feed.state() instanceof ConnectionState.Refused);
            token.set(guarded.token("ana"));
            feed.retryNow();
            await().until(() -> feed.state() instanceof ConnectionState.Live);
        }
    }
}
