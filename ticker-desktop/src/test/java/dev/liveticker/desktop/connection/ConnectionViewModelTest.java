package dev.liveticker.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedStatistics;
import dev.liveticker.feed.Transport;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionViewModelTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FakeFeed feed = new FakeFeed();
    private final ConnectionViewModel connection = new ConnectionViewModel(feed);

    @Test
    void each_state_has_its_light_and_its_words() {
        become(new ConnectionState.Idle());
        assertShown(ConnectionViewModel.Light.IDLE, "Starting\u2026", "");
        become(new ConnectionState.Connecting(1, Transport.SSE));
        assertShown(ConnectionViewModel.Light.CONNECTING, "Connecting", "SSE");
        become(new ConnectionState.Connecting(3, Transport.SSE));
        assertShown(ConnectionViewModel.Light.CONNECTING, "Connecting (3)", "SSE");
        become(new ConnectionState.Live(Transport.WEBSOCKET));
        assertShown(ConnectionViewModel.Light.LIVE, "Live", "WebSocket");
        become(new ConnectionState.Stale(Transport.LONG_POLLING));
        assertShown(ConnectionViewModel.Light.STALE, "No answer", "Long polling");
        become(new ConnectionState.Refused("token expired"));
        assertShown(ConnectionViewModel.Light.REFUSED, "Refused: the server does not accept the request", "");
        assertThat(connection.detail().get()).isEqualTo("Reported: token expired");
        become(new ConnectionState.Refused("no port", ConnectionState.Cause.NOT_STARTED));
        assertShown(ConnectionViewModel.Light.REFUSED, "Refused: no port", "");
        become(new ConnectionState.Live(Transport.WEBSOCKET));
        assertThat(connection.detail().get()).isEmpty();
    }

    @Test
    void who_can_mend_it_with_another_token_is_told_so_whatever_the_words_are() {
        become(new ConnectionState.Refused("who is it?", ConnectionState.Cause.UNAUTHENTICATED));

        assertThat(connection.text().get()).endsWith("enter a new one in the settings");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_STARTED")
    void what_the_feed_says_in_english_reaches_no_line_in_german(ConnectionState.Cause cause) {
        Texts.speak(Locale.GERMAN);
        try {
            become(new ConnectionState.Waiting(1, Duration.ofSeconds(1), SECOND, "in English", cause));
            assertThat(connection.text().get())
                    .startsWith("Neuer Versuch in 1 s \u2013 ")
                    .doesNotContain("English");
            become(new ConnectionState.Refused("in English", cause));
            assertThat(connection.text().get()).startsWith("Abgelehnt: ").doesNotContain("English");
        } finally {
            Texts.speak(Locale.ENGLISH);
        }
    }

    @Test
    void a_wait_counts_down_to_its_end_and_never_below() {
        feed.become(new ConnectionState.Waiting(
                2, Duration.ofSeconds(7), 107 * SECOND, "no more", ConnectionState.Cause.CLOSED));

        connection.pulse(100 * SECOND);
        assertThat(connection.text().get()).isEqualTo("Retry in 7 s \u2014 the server closed the connection");
        connection.pulse(100 * SECOND + 1);
        assertThat(connection.text().get()).startsWith("Retry in 7 s");
        connection.pulse(106 * SECOND + 1);
        assertThat(connection.text().get()).startsWith("Retry in 1 s");
        connection.pulse(109 * SECOND);
        assertThat(connection.text().get()).startsWith("Retry in 0 s");
    }

    @Test
    void the_countdown_holds_on_a_clock_below_zero() {
        feed.become(new ConnectionState.Waiting(1, Duration.ofSeconds(3), Long.MIN_VALUE + SECOND, "gone"));

        connection.pulse(Long.MAX_VALUE - 2 * SECOND + 1);

        assertThat(connection.text().get()).startsWith("Retry in 3 s");
    }

    @Test
    void the_rate_is_that_of_the_last_second() {
        feed.become(new ConnectionState.Live(Transport.WEBSOCKET));
        report(1_000, Duration.ofMillis(4), 0);
        connection.pulse(0);
        assertThat(connection.rate().get()).isEmpty();

        report(2_240, Duration.ofMillis(4), 0);
        connection.pulse(SECOND / 2);
        connection.pulse(SECOND);
        assertThat(connection.rate().get()).isEqualTo("1,240 msg/s");
        assertThat(connection.latency().get()).isEqualTo("4 ms");

        connection.pulse(2 * SECOND);
        assertThat(connection.rate().get()).isEqualTo("0 msg/s");
    }

    @Test
    void neither_rate_nor_latency_outlives_the_connection() {
        feed.become(new ConnectionState.Live(Transport.WEBSOCKET));
        report(0, Duration.ofMillis(4), 0);
        connection.pulse(0);
        connection.pulse(SECOND);

        become(new ConnectionState.Waiting(1, Duration.ofSeconds(1), 0, "gone"));

        assertThat(connection.rate().get()).isEmpty();
        assertThat(connection.latency().get()).isEmpty();
    }

    @Test
    void a_latency_below_a_millisecond_is_not_called_none() {
        feed.become(new ConnectionState.Live(Transport.WEBSOCKET));
        report(0, Duration.ofNanos(200_000), 0);
        connection.pulse(0);
        connection.pulse(SECOND);

        assertThat(connection.latency().get()).isEqualTo("< 1 ms");
    }

    @Test
    void the_stream_is_named_with_what_was_lost_of_it() {
        connection.pulse(0);
        assertThat(connection.stream().get()).isEmpty();

        report(0, null, 1);
        connection.pulse(0);
        assertThat(connection.stream().get()).isEqualTo("epoch k3f \u00b7 1 gap");
        assertThat(connection.account().get())
                .isEqualTo("Gaps found: 1, filled: 0\nDuplicates dropped: 0\nReconnects: 0");

        report(0, null, 0);
        connection.pulse(0);
        assertThat(connection.stream().get()).isEqualTo("epoch k3f \u00b7 0 gaps");
    }

    @Test
    void a_simulated_market_says_so_whatever_it_is_called() {
        connection.market(true, "SIMULATED");
        assertMarket(ConnectionViewModel.Market.SIMULATED, "SIMULATED");
        assertThat(connection.sourceExplained().get()).startsWith("Made-up prices");
        connection.market(true, null);
        assertMarket(ConnectionViewModel.Market.SIMULATED, "SIMULATED");
        connection.market(true, "Random walk");
        assertMarket(ConnectionViewModel.Market.SIMULATED, "SIMULATED \u00b7 Random walk");
        assertThat(connection.sourceExplained().get()).contains("Made-up prices", "Random walk");
    }

    @Test
    void a_recording_and_a_real_market_are_called_by_their_names() {
        connection.market(true, "REPLAY day.ltr");
        assertMarket(ConnectionViewModel.Market.REPLAYED, "REPLAY day.ltr");
        assertThat(connection.sourceExplained().get()).contains("another day", "day.ltr");
        connection.market(false, "Coinbase");
        assertMarket(ConnectionViewModel.Market.REAL, "Coinbase");
        assertThat(connection.sourceExplained().get()).contains("Coinbase");
    }

    @Test
    void a_market_that_has_no_name_or_is_not_known_yet_is_not_made_one_up() {
        connection.market(false, null);
        assertMarket(ConnectionViewModel.Market.REAL, "");
        connection.market(true, "SIMULATED");
        connection.forgetMarket();
        assertMarket(ConnectionViewModel.Market.UNKNOWN, "");
        assertThat(connection.sourceExplained().get()).isEmpty();
    }

    @Test
    void retry_now_is_passed_on() {
        connection.retryNow();

        assertThat(feed.retries()).isEqualTo(1);
    }

    private void become(ConnectionState state) {
        feed.become(state);
        connection.pulse(0);
    }

    private void report(long messages, Duration latency, long gaps) {
        feed.report(new FeedStatistics(latency, messages, 0, gaps, 0, 0, "k3f"));
    }

    private void assertMarket(ConnectionViewModel.Market market, String source) {
        assertThat(connection.market().get()).isEqualTo(market);
        assertThat(connection.source().get()).isEqualTo(source);
    }

    private void assertShown(ConnectionViewModel.Light light, String text, String transport) {
        assertThat(connection.light().get()).isEqualTo(light);
        assertThat(connection.text().get()).isEqualTo(text);
        assertThat(connection.transport().get()).isEqualTo(transport);
    }
}
