package dev.liveticker.feed.machine;

import static dev.liveticker.feed.Transport.LONG_POLLING;
import static dev.liveticker.feed.Transport.POLLING;
import static dev.liveticker.feed.Transport.SSE;
import static dev.liveticker.feed.Transport.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.ConnectionState.Connecting;
import dev.liveticker.feed.ConnectionState.Live;
import dev.liveticker.feed.ConnectionState.Refused;
import dev.liveticker.feed.ConnectionState.Waiting;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutoTransportTest {

    private static final Loss NO_UPGRADE = Loss.ofStatus(404, Duration.ZERO);

    @Test
    void transports_that_do_not_work_are_passed_over_without_a_wait() {
        MachineDriver drive =
                MachineDriver.auto().start().lose(NO_UPGRADE).lose(NO_UPGRADE).lose(NO_UPGRADE);
        assertThat(drive.state()).isEqualTo(new Connecting(1, POLLING));
        assertThat(drive.opened).containsExactly(WEBSOCKET, SSE, LONG_POLLING, POLLING);
    }

    @Test
    void when_none_works_it_waits_and_begins_with_the_best() {
        MachineDriver drive = MachineDriver.auto().start();
        for (int i = 0; i < 4; i++) {
            drive.lose(NO_UPGRADE);
        }
        assertThat(drive.state()).isInstanceOf(Waiting.class);
        drive.pass(drive.waits());
        assertThat(drive.state()).isEqualTo(new Connecting(2, WEBSOCKET));
    }

    @Test
    void a_transport_that_hangs_is_passed_over_at_the_deadline() {
        MachineDriver drive = MachineDriver.auto().start().pass(ConnectionMachine.CONNECT_DEADLINE);
        assertThat(drive.state()).isEqualTo(new Connecting(1, SSE));
    }

    @Test
    void a_server_that_is_not_there_is_no_reason_to_change_the_transport() {
        MachineDriver drive = MachineDriver.auto().start().lose(Loss.unreachable("no connection"));
        assertThat(drive.state()).isInstanceOf(Waiting.class);
        drive.pass(drive.waits());
        assertThat(drive.state()).isEqualTo(new Connecting(2, WEBSOCKET));
    }

    @Test
    void what_refuses_one_transport_may_let_another_pass() {
        MachineDriver drive = MachineDriver.auto().start().lose(Loss.ofStatus(403, Duration.ZERO));
        assertThat(drive.state()).isEqualTo(new Connecting(1, SSE));
        drive.lose(Loss.ofStatus(403, Duration.ZERO)).lose(Loss.ofStatus(403, Duration.ZERO));
        drive.lose(Loss.ofStatus(403, Duration.ZERO));
        assertThat(drive.state()).isEqualTo(new Refused("origin or permission refused"));
    }

    @Test
    void a_lost_connection_comes_back_on_the_transport_that_worked() {
        MachineDriver drive = MachineDriver.auto().start().lose(NO_UPGRADE).welcome();
        drive.lose(Loss.broken("the connection broke"));
        drive.pass(drive.waits());
        assertThat(drive.state()).isEqualTo(new Connecting(1, SSE));
    }

    @Test
    void what_worked_the_last_time_is_tried_first() {
        MachineDriver drive =
                new MachineDriver(MachineDriver.settings(null), Optional.of(LONG_POLLING), MachineDriver.LONGEST);
        drive.start().lose(NO_UPGRADE);
        assertThat(drive.opened).containsExactly(LONG_POLLING, WEBSOCKET);
    }

    @Test
    void what_lasted_is_remembered() {
        MachineDriver drive = MachineDriver.auto().start().lose(NO_UPGRADE).welcome();
        assertThat(drive.done).noneMatch(Effect.Remember.class::isInstance);
        drive.pass(ConnectionMachine.SETTLED);
        assertThat(drive.done).contains(new Effect.Remember(SSE));
    }

    @Test
    void a_transport_that_never_lasts_is_left_for_the_next() {
        MachineDriver drive = MachineDriver.auto().start();
        for (int i = 0; i < 3; i++) {
            drive.welcome().lose(Loss.broken("the connection broke"));
            drive.pass(drive.waits());
        }
        assertThat(drive.state()).isEqualTo(new Connecting(1, SSE));
    }

    @Test
    void a_loss_after_it_has_lasted_is_not_counted_against_a_transport() {
        MachineDriver drive = MachineDriver.auto().start();
        drive.welcome().pass(ConnectionMachine.SETTLED).lose(Loss.broken("the connection broke"));
        drive.pass(drive.waits());
        for (int i = 0; i < 2; i++) {
            drive.welcome().lose(Loss.broken("the connection broke"));
            drive.pass(drive.waits());
        }
        assertThat(drive.state()).isEqualTo(new Connecting(1, WEBSOCKET));
        drive.welcome().lose(Loss.broken("the connection broke"));
        drive.pass(drive.waits());
        assertThat(drive.state()).isEqualTo(new Connecting(1, SSE));
    }

    @Test
    void a_better_transport_is_tried_again_later_and_taken_if_it_works() {
        MachineDriver drive = MachineDriver.auto().start().lose(NO_UPGRADE).welcome();
        drive.pass(Duration.ofMinutes(1));
        assertThat(drive.state()).isEqualTo(new Live(SSE));
        assertThat(drive.probes).containsExactly(WEBSOCKET);
        drive.on(new Event.Probed(WEBSOCKET, true));
        assertThat(drive.state()).isEqualTo(new Connecting(1, WEBSOCKET));
    }

    @Test
    void should_the_better_one_fail_after_all_the_old_one_is_back_at_once() {
        MachineDriver drive = MachineDriver.auto().start().lose(NO_UPGRADE).welcome();
        drive.pass(Duration.ofMinutes(1)).on(new Event.Probed(WEBSOCKET, true)).lose(NO_UPGRADE);
        assertThat(drive.state()).isEqualTo(new Connecting(1, SSE));
    }

    @Test
    void better_ones_are_tried_best_first_and_ever_more_rarely() {
        MachineDriver drive =
                MachineDriver.auto().start().lose(NO_UPGRADE).lose(NO_UPGRADE).welcome();
        drive.pass(Duration.ofMinutes(1)).on(new Event.Probed(WEBSOCKET, false));
        assertThat(drive.probes).containsExactly(WEBSOCKET, SSE);
        drive.on(new Event.Probed(SSE, false)).pass(Duration.ofSeconds(119));
        assertThat(drive.probes).hasSize(2);
        drive.pass(Duration.ofSeconds(1));
        assertThat(drive.probes).containsExactly(WEBSOCKET, SSE, WEBSOCKET);
    }

    @Test
    void a_chosen_transport_is_never_left() {
        MachineDriver drive = MachineDriver.of(SSE).start();
        for (int i = 0; i < 10; i++) {
            drive.lose(NO_UPGRADE).pass(Duration.ofSeconds(30));
        }
        drive.welcome().pass(Duration.ofHours(1));
        assertThat(drive.opened).containsOnly(SSE);
        assertThat(drive.probes).isEmpty();
    }
}
