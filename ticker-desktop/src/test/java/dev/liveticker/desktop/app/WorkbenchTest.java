package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.settings.Settings;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.settings.SettingsStore;
import dev.liveticker.desktop.watchlist.ListsViewModel;
import dev.liveticker.desktop.watchlist.QuoteRow;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {

    private static final URI REMOTE = URI.create("http://feed.example:8080");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @TempDir
    Path directory;

    private final FakeBackend backend = new FakeBackend();
    private long now;
    private Workbench workbench;

    @BeforeEach
    void open() {
        Settings settings = Settings.defaults().withServer(REMOTE).withWatchlist(List.of(Some.AAPL, Some.MSFT));
        SettingsStore store =
                new SettingsStore(new SettingsFile(directory, InstantSource.system()), settings, settings);
        workbench = new Workbench(backend, store, new UserFiles(directory), () -> now, Runnable::run);
        workbench.start();
        pulse();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void prices_go_from_the_feed_to_rows_and_chart_once_a_pulse() {
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(Some.snapshot(Some.AAPL, "189.25", "188.46"));
        assertThat(row(Some.AAPL).last().get()).isNull();

        pulse();

        assertThat(row(Some.AAPL).last().get()).isEqualByComparingTo("189.25");
        assertThat(row(Some.AAPL).subtitle().get()).isEqualTo("Apple Inc.");
        assertThat(workbench.chart().quote().get().last()).isEqualByComparingTo("189.25");
        assertThat(workbench.connection().source().get()).isEqualTo("SIMULATED");
    }

    @Test
    void a_certificate_that_is_trusted_is_remembered_and_connects_again() {
        URI secure = URI.create("https://ticker.example:8443");
        workbench.store().change(settings -> settings.withServer(secure));
        assertThat(feed().settings().pin()).isNull();
        CertificateRefusal refusal = Some.refusal(CertificateRefusal.Reason.UNTRUSTED, "AB");
        feed().become(new ConnectionState.Refused(refusal.why(), refusal));
        pulse();
        assertThat(workbench.connection().certificate().get()).isTrue();

        workbench.trust().trust();

        assertThat(feed().settings())
                .isEqualTo(new FeedSettings(secure, null, false, true, TokenSource.none(), refusal.fingerprint()));
        assertThat(workbench.store().settings().get().pins()).containsEntry(refusal.server(), refusal.fingerprint());
        workbench.store().change(settings -> settings.withServer(REMOTE));
        assertThat(feed().settings().pin()).isNull();
    }

    @Test
    void a_burst_costs_one_flush() {
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(Some.snapshot(Some.AAPL, "0.5", "1"));
        pulse();
        for (int i = 1; i <= 10_000; i++) {
            feed().deliver(Some.snapshot(Some.AAPL, String.valueOf(i), "1"));
        }
        workbench.pulse(now);
        assertThat(row(Some.AAPL).last().get())
                .as("the last flush was in this pulse")
                .isEqualByComparingTo("0.5");

        pulse();

        assertThat(row(Some.AAPL).last().get()).isEqualByComparingTo("10000");
    }

    @Test
    void the_chart_follows_the_selection_and_knows_the_price_already() {
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(Some.snapshot(Some.MSFT, "402.10", "400"));
        pulse();

        workbench.watchlist().selected().set(row(Some.MSFT));

        assertThat(workbench.chart().symbol().get()).isEqualTo(Some.MSFT);
        assertThat(workbench.chart().quote().get().last()).isEqualByComparingTo("402.10");
    }

    @Test
    void a_symbol_the_server_refuses_says_so_in_its_row() {
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(new Subscribed(
                null,
                Channel.QUOTES,
                null,
                List.of(Some.AAPL),
                List.of(new Subscribed.Rejection("MSFT", "unknown_symbol")),
                false));
        pulse();

        assertThat(row(Some.MSFT).standing().get()).isEqualTo(QuoteRow.Standing.UNKNOWN);
        assertThat(row(Some.AAPL).standing().get()).isEqualTo(QuoteRow.Standing.AWAITED);
    }

    @Test
    void prices_are_stale_as_soon_as_the_connection_is_not_live() {
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(Some.snapshot(Some.AAPL, "1", "1"));
        pulse();
        assertThat(workbench.watchlist().live().get()).isTrue();

        now += 12 * SECOND;
        feed().become(new ConnectionState.Waiting(1, Duration.ofSeconds(3), now + 3 * SECOND, "gone"));
        pulse();

        assertThat(workbench.watchlist().live().get()).isFalse();
        assertThat(workbench.chart().live().get()).isFalse();
        assertThat(row(Some.AAPL).age().get()).isEqualTo("12 s ago");
    }

    @Test
    void switching_transport_goes_round_and_is_kept() {
        feed().goLive(Transport.WEBSOCKET);
        workbench.switchTransport();
        assertThat(feed().settings().transport()).isEqualTo(Transport.SSE);

        feed().become(new ConnectionState.Live(Transport.POLLING));
        workbench.switchTransport();

        assertThat(feed().settings().transport()).isEqualTo(Transport.WEBSOCKET);
        assertThat(workbench.store().settings().get().transport()).isEqualTo(Transport.WEBSOCKET);
    }

    @Test
    void while_it_waits_the_transport_chosen_is_the_one_switched_from() {
        feed().become(new ConnectionState.Refused("no"));
        workbench.switchTransport();
        workbench.switchTransport();

        assertThat(feed().settings().transport()).isEqualTo(Transport.LONG_POLLING);
    }

    @Test
    void another_server_starts_from_no_prices() {
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(Some.snapshot(Some.AAPL, "1", "1"));
        pulse();
        int asked = backend.marketData.barsAsked().size();

        URI other = URI.create("http://other.example");
        workbench.store().change(settings -> settings.withServer(other));

        assertThat(feed().settings().server()).isEqualTo(other);
        assertThat(row(Some.AAPL).last().get()).isNull();
        assertThat(workbench.connection().source().get()).isEmpty();
        assertThat(backend.marketData.barsAsked()).hasSize(asked + 1);
    }

    @Test
    void what_still_comes_from_the_server_before_is_dropped() {
        feed().goLive(Transport.WEBSOCKET);
        pulse();
        workbench.store().change(settings -> settings.withServer(URI.create("http://other.example")));

        feed().deliver(Some.snapshot(Some.AAPL, "1", "1"));
        pulse();
        assertThat(row(Some.AAPL).last().get()).isNull();

        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(Some.snapshot(Some.AAPL, "2", "1"));
        pulse();
        assertThat(row(Some.AAPL).last().get()).isEqualByComparingTo("2");
    }

    @Test
    void what_the_server_before_has_answered_is_not_taken_for_what_the_next_one_says() {
        feed().goLive(Transport.WEBSOCKET);
        workbench.store().change(settings -> settings.withServer(URI.create("http://other.example")));

        pulse();

        assertThat(workbench.connection().source().get()).isEmpty();
    }

    @Test
    void outages_are_offered_where_a_server_on_this_machine_allows_them() {
        backend.faults.allow();
        workbench.store().change(settings -> settings.withServer(URI.create("http://127.0.0.1:8080")));
        feed().goLive(Transport.WEBSOCKET);
        pulse();
        assertThat(workbench.outage().available().get()).isTrue();
        assertThat(workbench.outage().symbol().get()).isEqualTo(Some.AAPL);

        workbench.store().change(settings -> settings.withServer(URI.create("http://other.example")));
        assertThat(workbench.outage().available().get()).isFalse();
        feed().goLive(Transport.WEBSOCKET);
        pulse();
        assertThat(workbench.outage().available().get())
                .as("not on this machine")
                .isFalse();

        workbench.store().change(settings -> settings.withServer(URI.create("http://localhost:8080")));
        feed().goLive(Transport.WEBSOCKET);
        pulse();
        assertThat(workbench.outage().available().get()).isTrue();
    }

    @Test
    void the_watchlist_is_kept() {
        workbench.watchlist().add(Some.BTC);
        new ListsViewModel(workbench.watchlist()).rename("Mine");
        workbench.close();

        open();
        assertThat(workbench.watchlist().symbols()).containsExactly(Some.AAPL, Some.MSFT, Some.BTC);
        assertThat(workbench.watchlist().lists().get().current().name()).isEqualTo("Mine");
    }

    @Test
    void the_list_of_earlier_versions_is_the_first_list() {
        assertThat(workbench.watchlist().symbols()).containsExactly(Some.AAPL, Some.MSFT);
        assertThat(workbench.watchlist().lists().get().lists()).hasSize(1);
    }

    @Test
    void symbols_of_a_list_that_does_not_show_are_not_streamed() {
        assertThat(new ListsViewModel(workbench.watchlist()).create()).isTrue();
        workbench.watchlist().add(Some.BTC);

        assertThat(feed().subscriptions())
                .filteredOn(subscription -> subscription.channel() == Channel.QUOTES)
                .extracting(Subscription::symbol)
                .containsExactly(Some.BTC);
    }

    @Test
    void a_list_that_shows_again_begins_with_what_is_known() {
        feed().goLive(Transport.WEBSOCKET);
        feed().deliver(Some.snapshot(Some.AAPL, "189.25", "188.46"));
        pulse();
        ListsViewModel lists = new ListsViewModel(workbench.watchlist());
        lists.create();
        now += 90 * SECOND;
        pulse();

        lists.show(0);

        assertThat(row(Some.AAPL).last().get()).isEqualByComparingTo("189.25");
        assertThat(row(Some.AAPL).stale().get()).isTrue();
    }

    @Test
    void retry_now_reaches_the_feed() {
        feed().become(new ConnectionState.Waiting(1, Duration.ofSeconds(3), 3 * SECOND, "gone"));
        pulse();
        assertThat(workbench.connection().light().get()).isEqualTo(ConnectionViewModel.Light.WAITING);

        workbench.connection().retryNow();

        assertThat(feed().retries()).isEqualTo(1);
    }

    private FakeFeed feed() {
        return backend.feed();
    }

    private void pulse() {
        now += Duration.ofMillis(100).toNanos();
        workbench.pulse(now);
    }

    private QuoteRow row(Symbol symbol) {
        return workbench.watchlist().rows().stream()
                .filter(row -> row.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
