package dev.liveticker.server;

import static dev.liveticker.server.GuardedServer.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever tries tokens until one fits is slowed down, whichever way in; those who are in do not feel it. */
class GuessingTest {

    private static final String WRONG = "eyJhbGciOiJIUzI1NiJ9.e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String AUTHENTICATE = "[{\"type\":\"authenticate\",\"id\":\"1\",\"token\":\"" + WRONG + "\"}]";

    private GuardedServer guarded;

    @BeforeEach
    void start() throws IOException {
        guarded = new GuardedServer(false);
    }

    @AfterEach
    void stop() throws IOException {
        guarded.close();
    }

    private URI address() {
        return guarded.server.server.address();
    }

    /** A hundred wrong tokens in a row: how often each status came. */
    private Map<Integer, Integer> guess() throws IOException {
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            RawHttp.Response answer = guarded.get("/v1/instruments", bearer(WRONG));
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() == 429) {
                assertThat(Integer.parseInt(answer.headers().get("retry-after")))
                        .isBetween(1, 60);
            }
        }
        return statuses;
    }

    @Test
    void of_a_hundred_wrong_tokens_ten_are_looked_at_and_who_is_in_stays_in() throws Exception {
        try (RawWebSocket ana = new RawWebSocket(address(), Encoding.JSON, bearer(guarded.token("ana")))) {
            ana.message(Welcome.class);
            ana.send("[{\"type\":\"subscribe\",\"channel\":\"trades\",\"symbols\":[\"AAPL\"]}]");
            Map<Integer, Integer> statuses = guess();
            assertThat(statuses).containsOnlyKeys(401, 429);
            // Beside the first ten, one more for every ten seconds that this takes.
            assertThat(statuses.get(401)).isBetween(10, 20);
            guarded.server.market.trade(ScriptedMarket.AAPL, "100.25");
            assertThat(ana.message(Trade.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
        }
    }

    @Test
    void the_next_guess_is_not_looked_at_on_a_websocket_either() throws Exception {
        try (RawWebSocket inside = new RawWebSocket(address(), Encoding.JSON, bearer(guarded.token("ana")))) {
            inside.message(Welcome.class);
            // One guess in ten seconds is looked at, and this may be the one: of two in a row it is not.
            await().until(() -> {
                guess();
                try (RawWebSocket stranger = RawWebSocket.json(address())) {
                    stranger.send(AUTHENTICATE);
                    return stranger.next(RawWebSocket.CLOSE).closeCode() == 4429;
                }
            });
            await().until(() -> {
                inside.send(AUTHENTICATE);
                return inside.message(Failure.class).code().equals("rate_limited");
            });
        }
    }

    @Test
    void another_address_is_let_in_meanwhile() throws Exception {
        InetAddress elsewhere = OtherAddress.assumed();
        guess();
        try (RawHttp http = new RawHttp(address(), elsewhere)) {
            http.get("/v1/events?symbols=AAPL", bearer(guarded.token("ben")));
            assertThat(http.head().status()).isEqualTo(200);
        }
    }
}
