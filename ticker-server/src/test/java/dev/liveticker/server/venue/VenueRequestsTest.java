package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.machine.Loss;
import dev.liveticker.server.venue.coinbase.CoinbaseProtocol;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests wait for their turn; what heals a hole does not wait for what is no hurry. */
class VenueRequestsTest {

    private final ManualTime time = new ManualTime();
    private final FakeConnector venue = new FakeConnector();
    private final List<String> told = new ArrayList<>();

    private VenueRequests requests(VenueConnector connector) {
        return new VenueRequests(
                time, connector, new CoinbaseProtocol(CoinbaseProtocol.ADDRESS, List.of(Coinbase.BTC)));
    }

    private void get(VenueRequests requests, String path) {
        requests.get(path, answer -> told.add(path), loss -> told.add(path + ": " + loss.why()));
    }

    private void getSoon(VenueRequests requests, String path, boolean wanted) {
        requests.getSoon(path, () -> wanted, answer -> told.add(path), loss -> told.add(path + ": " + loss.why()));
    }

    @Test
    void what_is_urgent_is_asked_first_and_what_nobody_wants_any_more_not_at_all() {
        venue.answer("/", "{}");
        VenueRequests requests = requests(venue);
        get(requests, "/a");
        get(requests, "/b");
        get(requests, "/c");
        getSoon(requests, "/stale", false);
        getSoon(requests, "/urgent", true);

        time.pass(Duration.ofSeconds(5));

        assertThat(venue.requests).containsExactly("/a", "/urgent", "/b", "/c");
        assertThat(told).containsExactlyElementsOf(venue.requests);
    }

    @Test
    void nothing_is_left_to_ask_when_only_what_nobody_wants_waits() {
        venue.answer("/", "{}");
        VenueRequests requests = requests(venue);
        getSoon(requests, "/stale", false);
        time.pass(Duration.ofSeconds(5));
        get(requests, "/a");
        time.pass(Duration.ofSeconds(5));
        assertThat(told).containsExactly("/a");
    }

    @Test
    void one_that_cannot_even_be_sent_fails_and_the_next_has_its_turn() {
        VenueRequests requests = requests(new VenueConnector() {
            @Override
            public void connect(URI stream, int maxMessage, VenueLink.Listener listener) {}

            @Override
            public CompletableFuture<String> get(URI address, Map<String, String> headers) {
                if (address.getPath().equals("/a")) {
                    throw new IllegalArgumentException("no such address");
                }
                return CompletableFuture.failedFuture(new VenueLossException(Loss.broken("no")));
            }

            @Override
            public void close() {}
        });
        get(requests, "/a");
        get(requests, "/b");

        time.pass(Duration.ofSeconds(5));

        assertThat(told).containsExactly("/a: the request failed", "/b: no");
    }
}
