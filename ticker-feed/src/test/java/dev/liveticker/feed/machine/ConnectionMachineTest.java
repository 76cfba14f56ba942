package dev.liveticker.feed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.ConnectionState.Connecting;
import dev.liveticker.feed.ConnectionState.Idle;
import dev.liveticker.feed.ConnectionState.Live;
import dev.liveticker.feed.ConnectionState.Refused;
import dev.liveticker.feed.ConnectionState.Stale;
import dev.liveticker.feed.ConnectionState.Waiting;
import dev.liveticker.feed.Transport;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionMachineTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Loss DROPPED = Loss.broken("the connection broke");

    @Test
    void it_is_idle_until_started_and_live_once_welcomed() {
        MachineDriver drive = MachineDriver.of(Transport.SSE);
        assertThat(drive.state()).isEqualTo(new Idle());
        drive.start();
        assertThat(drive.state()).isEqualTo(new Connecting(1, Transport.SSE));
        drive.welcome();
        assertThat(drive.state()).isEqualTo(new Live(Transport.SSE));
    }

    @Test
    void starting_twice_opens_one_link() {
        assertThat(MachineDriver.of(Transport.SSE).start().start().opened).hasSize(1);
    }

    @Test
    void stopping_closes_the_link_and_silences_every_alarm() {
        MachineDriver drive =
                MachineDriver.of(Transport.WEBSOCKET).start().welcome().on(new Event.Stop());
        assertThat(drive.state()).isEqualTo(new Idle());
        assertThat(drive.link).isZero();
        drive.pass(Duration.ofDays(1));
        assertThat(drive.opened).hasSize(1);
    }

    @Test
    void waits_double_up_to_thirty_seconds_while_nobody_answers() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start();
        for (int expected : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            drive.lose(Loss.unreachable("no connection"));
            assertThat(drive.waits()).isEqualTo(Duration.ofSeconds(expected));
            drive.pass(drive.waits());
            assertThat(drive.state()).isInstanceOf(Connecting.class);
        }
    }

    @Test
    void attempts_are_counted_from_the_last_time_it_was_live() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start();
        drive.lose(DROPPED);
        assertThat(((Waiting) drive.state()).attempt()).isEqualTo(1);
        drive.pass(SECOND);
        assertThat(drive.state()).isEqualTo(new Connecting(2, Transport.WEBSOCKET));
        drive.welcome().lose(DROPPED);
        assertThat(((Waiting) drive.state()).attempt()).isZero();
        drive.pass(Duration.ofSeconds(2));
        assertThat(drive.state()).isEqualTo(new Connecting(1, Transport.WEBSOCKET));
    }

    @Test
    void a_server_that_accepts_and_drops_is_not_hammered() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start();
        for (int expected : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            drive.welcome().pass(Duration.ofSeconds(9)).lose(DROPPED);
            assertThat(drive.waits()).isEqualTo(Duration.ofSeconds(expected));
            drive.pass(drive.waits());
        }
    }

    @Test
    void ten_seconds_live_make_the_waits_short_again() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start();
        for (int i = 0; i < 5; i++) {
            drive.lose(DROPPED).pass(Duration.ofSeconds(30));
        }
        drive.welcome().pass(ConnectionMachine.SETTLED).lose(DROPPED);
        assertThat(drive.waits()).isEqualTo(SECOND);
    }

    @Test
    void after_a_good_bye_it_comes_back_at_once_but_only_the_first_time() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start().welcome();
        drive.lose(Loss.ofCloseCode(1001, ""));
        assertThat(drive.waits()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(250));
        drive.pass(drive.waits()).welcome().lose(Loss.ofCloseCode(1000, ""));
        assertThat(drive.waits()).isEqualTo(SECOND);
        drive.pass(SECOND).welcome().pass(ConnectionMachine.SETTLED).lose(Loss.ended());
        assertThat(drive.waits()).isLessThanOrEqualTo(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, Waiting, server closed the connection",
        "1001, Waiting, the server is going away",
        "1002, Waiting, the connection ended with code 1002: so there",
        "1006, Waiting, the connection broke",
        "1008, Waiting, 'not authenticated, or the token ran out'",
        "1009, Refused, message too large",
        "1011, Waiting, internal error",
        "1013, Waiting, overloaded",
        "4400, Refused, malformed message",
        "4401, Waiting, 'not authenticated, or the token ran out'",
        "4403, Refused, origin or permission refused",
        "4408, Waiting, 'too slow even for conflation, or no pong'",
        "4429, Waiting, rate limited",
    })
    void every_close_code_leads_where_the_protocol_says(int code, String state, String why) {
        MachineDriver drive = MachineDriver.auto().start().welcome().lose(Loss.ofCloseCode(code, "so there"));
        assertThat(drive.state().getClass().getSimpleName()).isEqualTo(state);
        assertThat(why(drive.state())).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Refused",
        "401, Refused",
        "403, Refused",
        "404, Waiting",
        "408, Waiting",
        "413, Refused",
        "426, Waiting",
        "429, Waiting",
        "500, Waiting",
        "501, Waiting",
        "502, Waiting",
        "503, Waiting",
    })
    void every_http_status_leads_where_the_protocol_says(int status, String state) {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start().lose(Loss.ofStatus(status, Duration.ZERO));
        assertThat(drive.state().getClass().getSimpleName()).isEqualTo(state);
        assertThat(why(drive.state())).isNotBlank();
    }

    @Test
    void a_token_that_ran_out_is_shown_once_more_as_it_may_be_another_one_now() {
        MachineDriver drive = MachineDriver.auto().start().welcome().lose(Loss.ofCloseCode(4401, ""));
        assertThat(drive.waits()).isLessThanOrEqualTo(SECOND);
        drive.pass(drive.waits()).welcome();
        assertThat(drive.state()).isInstanceOf(Live.class);
        drive.lose(Loss.ofCloseCode(4401, "")).pass(drive.waits()).lose(Loss.ofStatus(401, Duration.ZERO));
        assertThat(drive.state()).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void it_never_comes_back_before_the_server_said(int status) {
        MachineDriver drive = MachineDriver.of(Transport.SSE).start();
        drive.lose(Loss.ofStatus(status, Duration.ofSeconds(90)));
        assertThat(drive.waits()).isEqualTo(Duration.ofSeconds(90));
        drive.pass(Duration.ofSeconds(89));
        assertThat(drive.state()).isInstanceOf(Waiting.class);
        drive.pass(SECOND);
        assertThat(drive.state()).isInstanceOf(Connecting.class);
    }

    @Test
    void a_wait_ends_when_it_said_it_would() {
        MachineDriver drive = MachineDriver.of(Transport.SSE).start();
        drive.now = 12_345;
        drive.lose(DROPPED);
        assertThat(((Waiting) drive.state()).retryAtNanos()).isEqualTo(12_345 + SECOND.toNanos());
    }

    @Test
    void retry_now_ends_a_wait_and_a_refusal_and_nothing_else() {
        MachineDriver drive = MachineDriver.of(Transport.SSE);
        assertThat(drive.on(new Event.RetryNow()).state()).isEqualTo(new Idle());
        drive.start().lose(DROPPED).on(new Event.RetryNow());
        assertThat(drive.state()).isEqualTo(new Connecting(2, Transport.SSE));
        drive.lose(Loss.ofStatus(401, Duration.ZERO)).on(new Event.RetryNow());
        assertThat(drive.state()).isInstanceOf(Connecting.class);
        drive.on(new Event.RetryNow());
        assertThat(drive.opened).hasSize(3);
    }

    @Test
    void a_refusal_stays_whatever_time_passes() {
        MachineDriver drive = MachineDriver.auto().start().lose(Loss.ofStatus(401, Duration.ZERO));
        drive.pass(Duration.ofDays(3)).on(new Event.ClockJumped()).on(new Event.NetworkChanged());
        assertThat(drive.state())
                .isEqualTo(
                        new Refused("not authenticated, or the token ran out", ConnectionState.Cause.UNAUTHENTICATED));
        assertThat(drive.opened).hasSize(1);
    }

    @Test
    void a_connection_that_is_not_live_in_time_is_given_up() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start().pass(ConnectionMachine.CONNECT_DEADLINE);
        assertThat(drive.link).isZero();
        assertThat(why(drive.state())).isEqualTo("no answer within 10 seconds");
    }

    @Test
    void silence_makes_it_stale_and_then_it_is_given_up() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start().welcome();
        drive.passInSilence(Duration.ofSeconds(10));
        assertThat(drive.state()).isEqualTo(new Live(Transport.WEBSOCKET));
        drive.passInSilence(SECOND);
        assertThat(drive.state()).isEqualTo(new Stale(Transport.WEBSOCKET));
        assertThat(drive.done).last().isInstanceOf(Effect.Set.class);
        drive.passInSilence(Duration.ofSeconds(5));
        assertThat(why(drive.state())).isEqualTo("nothing heard from the server for 16 seconds");
        assertThat(drive.link).isZero();
    }

    @Test
    void a_sign_of_life_makes_a_stale_connection_live_again() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start().welcome();
        drive.passInSilence(Duration.ofSeconds(11)).on(new Event.Received(drive.link));
        assertThat(drive.state()).isEqualTo(new Live(Transport.WEBSOCKET));
        drive.passInSilence(Duration.ofSeconds(10));
        assertThat(drive.state()).isEqualTo(new Live(Transport.WEBSOCKET));
    }

    @Test
    void a_held_poll_may_be_silent_for_as_long_as_the_server_holds_it() {
        MachineDriver drive =
                MachineDriver.of(Transport.LONG_POLLING).start().welcome().passInSilence(Duration.ofSeconds(35));
        assertThat(drive.state()).isEqualTo(new Live(Transport.LONG_POLLING));
    }

    @Test
    void a_clock_jump_or_another_network_reconnects_at_once() {
        for (Event event : new Event[] {new Event.ClockJumped(), new Event.NetworkChanged()}) {
            MachineDriver live =
                    MachineDriver.of(Transport.SSE).start().welcome().on(event);
            assertThat(live.state()).isEqualTo(new Connecting(1, Transport.SSE));
            assertThat(live.opened).hasSize(2);
            MachineDriver waiting =
                    MachineDriver.of(Transport.SSE).start().lose(DROPPED).on(event);
            assertThat(waiting.state()).isInstanceOf(Connecting.class);
        }
    }

    @Test
    void another_transport_of_the_same_server_takes_over_at_once() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start().welcome();
        drive.on(new Event.SettingsChanged(MachineDriver.settings(Transport.SSE), Optional.empty()));
        assertThat(drive.state()).isEqualTo(new Connecting(1, Transport.SSE));
        assertThat(drive.opened).containsExactly(Transport.WEBSOCKET, Transport.SSE);
    }

    @Test
    void settings_that_change_nothing_of_the_connection_leave_it_alone() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start().welcome();
        drive.on(new Event.SettingsChanged(MachineDriver.settings(Transport.WEBSOCKET), Optional.empty()));
        drive.on(new Event.SettingsChanged(
                MachineDriver.settings(Transport.WEBSOCKET).withMaxRate(2.0), Optional.empty()));
        assertThat(drive.state()).isEqualTo(new Live(Transport.WEBSOCKET));
        assertThat(drive.opened).hasSize(1);
    }

    @Test
    void what_an_old_link_says_counts_no_more() {
        MachineDriver drive = MachineDriver.of(Transport.WEBSOCKET).start();
        int old = drive.link;
        drive.on(new Event.ClockJumped());
        drive.on(new Event.Welcomed(old, SECOND)).on(new Event.Lost(old, DROPPED));
        assertThat(drive.state()).isEqualTo(new Connecting(1, Transport.WEBSOCKET));
    }

    @Test
    void it_pings_where_that_tells_something() {
        MachineDriver socket =
                MachineDriver.of(Transport.WEBSOCKET).start().welcome().pass(Duration.ofSeconds(16));
        assertThat(socket.done).filteredOn(Effect.Ping.class::isInstance).hasSize(4);
        MachineDriver polling =
                MachineDriver.of(Transport.POLLING).start().welcome().pass(Duration.ofSeconds(16));
        assertThat(polling.done).noneMatch(Effect.Ping.class::isInstance);
    }

    private static String why(ConnectionState state) {
        return switch (state) {
            case Waiting waiting -> waiting.why();
            case Refused refused -> refused.why();
            default -> throw new AssertionError("no reason in " + state);
        };
    }

    @Test
    void an_untrusted_certificate_is_the_end_on_every_transport_until_the_settings_change() {
        CertificateRefusal shown = new CertificateRefusal(
                new HostPort("ticker.example", 443),
                CertificateRefusal.Reason.UNTRUSTED,
                new Fingerprint("A".repeat(64)),
                "CN=ticker",
                "CN=ticker",
                Instant.EPOCH,
                Instant.MAX,
                "nobody signed it");
        MachineDriver drive = MachineDriver.of(null).start();
        drive.lose(Loss.untrusted(shown));
        assertThat(drive.state()).isEqualTo(new Refused("nobody signed it", shown));
        drive.pass(Duration.ofDays(1));
        assertThat(drive.opened).hasSize(1);
        drive.on(new Event.RetryNow());
        assertThat(drive.state()).isInstanceOf(Connecting.class);
    }
}
