package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.TokenSource;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.tls.Certificates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The feed against a server with TLS, whose certificate nobody has signed. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class SecureFeedTest {

    private static final Symbol AAPL = Symbol.of("AAPL");

    @TempDir
    Path folder;

    private final StreamLog log = new StreamLog();
    private final HeldCertificate own = Certificates.selfSigned("ticker");
    private final Fingerprint pin = Fingerprint.of(own.certificate());

    private TickerServer server(HeldCertificate shown) throws Exception {
        return TickerServer.start(ServerOptions.embedded().withTls(Certificates.pem(folder, shown)));
    }

    private static FeedSettings settings(URI server, Transport transport, @Nullable Fingerprint pin) {
        return new FeedSettings(server, transport, false, true, TokenSource.none(), pin);
    }

    private static CertificateRefusal refusal(Feed feed) {
        await().atMost(Duration.ofSeconds(60)).until(() -> feed.state() instanceof ConnectionState.Refused);
        CertificateRefusal refusal = ((ConnectionState.Refused) feed.state()).certificate();
        assertThat(refusal).as(feed.state().toString()).isNotNull();
        return refusal;
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_pinned_server_is_live_on_every_transport_and_rest(Transport transport) throws Exception {
        try (TickerServer server = server(own);
                Feeds.Connected client = Feeds.connect(settings(server.address(), transport, pin), log)) {
            client.feed().subscribe(List.of(Subscription.quotes(AAPL), Subscription.trades(AAPL)));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> log.count(Quote.class) > 10 && log.count(Trade.class) > 5);
            assertThat(client.feed().state()).isEqualTo(new ConnectionState.Live(transport));
            assertThat(client.data().instruments("apple").get(60, TimeUnit.SECONDS))
                    .isNotEmpty();
            log.assertInOrderAndNothingTwice();
            log.assertEveryTradeCameOnce();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void an_unknown_certificate_is_refused_once_with_what_is_to_be_compared(Transport transport) throws Exception {
        try (TickerServer server = server(own);
                Feeds.Connected client = Feeds.connect(settings(server.address(), transport, null), log)) {
            CertificateRefusal refusal = refusal(client.feed());
            assertThat(refusal.reason()).isEqualTo(CertificateRefusal.Reason.UNTRUSTED);
            assertThat(refusal.fingerprint()).isEqualTo(pin);
            assertThat(refusal.subject()).isEqualTo("CN=ticker");
            assertThat(refusal.server().port()).isEqualTo(server.address().getPort());
            assertThatThrownBy(() -> client.data().instruments("a").get(60, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Nobody whom this computer trusts has signed");

            client.feed().apply(settings(server.address(), transport, refusal.fingerprint()));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> client.feed().state().equals(new ConnectionState.Live(transport)));
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_certificate_for_another_name_is_refused_with_both_names(Transport transport) throws Exception {
        HeldCertificate other = new HeldCertificate.Builder()
                .commonName("ticker")
                .addSubjectAlternativeName("ticker.example")
                .build();
        try (TickerServer server = server(other);
                Feeds.Connected client = Feeds.connect(settings(server.address(), transport, null), log)) {
            CertificateRefusal refusal = refusal(client.feed());
            assertThat(refusal.reason()).isEqualTo(CertificateRefusal.Reason.WRONG_HOST);
            assertThat(refusal.why()).isEqualTo("the certificate is for ticker.example, not for 127.0.0.1");
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_pinned_server_that_shows_another_certificate_is_refused(Transport transport) throws Exception {
        try (TickerServer server = server(own);
                Feeds.Connected client = Feeds.connect(settings(server.address(), transport, pin), log)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> client.feed().state().equals(new ConnectionState.Live(transport)));
            Certificates.pem(folder, Certificates.selfSigned("somebody else"));
            server.reloadCertificate();
            // What is open stays open; whoever connects anew, sees the other one.
            client.feed().apply(new FeedSettings(server.address(), transport, true, false, TokenSource.none(), pin));
            CertificateRefusal refusal = refusal(client.feed());
            assertThat(refusal.reason()).isEqualTo(CertificateRefusal.Reason.CHANGED);
            assertThat(refusal.subject()).isEqualTo("CN=somebody else");
        }
    }

    @Test
    void the_search_for_a_transport_ends_at_the_first_that_sees_the_certificate() throws Exception {
        try (TickerServer server = server(own);
                Feeds.Connected client = Feeds.connect(new FeedSettings(server.address(), null, false, true), log)) {
            refusal(client.feed());
            client.feed().apply(new FeedSettings(server.address(), null, false, true, TokenSource.none(), pin));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> client.feed().state().equals(new ConnectionState.Live(Transport.WEBSOCKET)));
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_server_without_tls_is_tried_again_later(Transport transport) throws Exception {
        try (TickerServer server = TickerServer.start(ServerOptions.embedded());
                Feeds.Connected client = Feeds.connect(
                        settings(
                                URI.create(server.address().toString().replaceFirst("http", "https")), transport, null),
                        log)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> log.states().stream().anyMatch(ConnectionState.Waiting.class::isInstance));
            assertThat(client.feed().state()).isNotEqualTo(new ConnectionState.Live(transport));
            if (transport != Transport.WEBSOCKET) {
                assertThat(log.states())
                        .anySatisfy(state -> assertThat(state.toString()).contains("does not speak TLS"));
            }
        }
    }
}
