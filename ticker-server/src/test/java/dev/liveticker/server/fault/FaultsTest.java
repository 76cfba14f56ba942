package dev.liveticker.server.fault;

import static dev.liveticker.server.fault.Tape.A;
import static dev.liveticker.server.fault.Tape.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Trade;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Tape tape = new Tape();
    private final HaltableMarket market = new HaltableMarket(tape);
    private final Hub hub = new Hub(
            HubSettings.defaults("test", true),
            market.instruments(),
            market.opening(),
            market::history,
            InstantSource.system());
    private final ManualTimer timer = new ManualTimer();
    private final Line line = new Line(timer::now);
    private final Faults faults = new Faults(hub, market, line, timer::now, timer);

    FaultsTest() {
        market.start(faults::publish);
    }

    @AfterEach
    void close() {
        faults.close();
        hub.close();
    }

    /** Rings when a test lets time pass. */
    private static final class ManualTimer implements Timer {

        private final Map<Long, Runnable> due = new TreeMap<>();
        private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
        private final long begun = now;
        private boolean closed;

        long now() {
            return now;
        }

        @Override
        public Runnable after(Duration time, Runnable action) {
            long at = now - begun + time.toNanos();
            due.put(at, action);
            return () -> due.remove(at, action);
        }

        void pass(Duration time) {
            now += time.toNanos();
            for (Map.Entry<Long, Runnable> each : List.copyOf(due.entrySet())) {
                if (each.getKey() <= now - begun && due.remove(each.getKey(), each.getValue())) {
                    each.getValue().run();
                }
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void each_fault_ends_by_itself_when_its_time_is_over() {
        Fault stall = new Fault.Stall(Duration.ofSeconds(10));
        Fault halt = new Fault.Halt(Duration.ofSeconds(4), Set.of(A));
        faults.begin(stall);
        faults.begin(halt);
        timer.pass(Duration.ofSeconds(3));
        assertThat(faults.running())
                .containsExactly(
                        new RunningFault(stall, Duration.ofSeconds(7)), new RunningFault(halt, Duration.ofSeconds(1)));
        awaitStatus(TradingStatus.HALTED);

        timer.pass(Duration.ofSeconds(1));
        assertThat(faults.running()).containsExactly(new RunningFault(stall, Duration.ofSeconds(6)));
        awaitStatus(TradingStatus.OPEN);

        timer.pass(Duration.ofSeconds(6));
        assertThat(faults.running()).isEmpty();
        assertThat(timer.due).isEmpty();
    }

    @Test
    void the_same_kind_again_takes_the_place_of_the_one_before() {
        faults.begin(new Fault.Delay(Duration.ofSeconds(2), Duration.ofMillis(10)));
        Fault longer = new Fault.Delay(Duration.ofSeconds(9), Duration.ofMillis(20));
        faults.begin(longer);
        timer.pass(Duration.ofSeconds(5));

        assertThat(faults.running()).containsExactly(new RunningFault(longer, Duration.ofSeconds(4)));
    }

    @Test
    void requests_are_turned_away_as_long_as_connections_are_dropped() {
        assertThat(faults.refusal()).isEmpty();
        faults.begin(new Fault.Drop(Duration.ofSeconds(5), Fault.Cut.CLOSE));
        timer.pass(Duration.ofSeconds(2));
        assertThat(faults.refusal()).contains(new Faults.Refusal(Fault.Cut.CLOSE, Duration.ofSeconds(3)));

        timer.pass(Duration.ofSeconds(3));
        assertThat(faults.refusal()).isEmpty();
    }

    @Test
    void nobody_is_to_blame_while_something_is_kept_back_and_for_a_while_after() {
        assertThat(line.keepsBack()).isFalse();
        faults.begin(new Fault.Stall(Duration.ofSeconds(5)));
        assertThat(line.keepsBack()).isTrue();
        faults.endAll();
        assertThat(line.keepsBack()).isTrue();
        timer.pass(Duration.ofSeconds(10));
        assertThat(line.keepsBack()).isFalse();
    }

    @Test
    void lost_trades_are_known_to_the_hub_all_the_same() {
        faults.begin(new Fault.Skip(Duration.ofSeconds(5), Set.of(), 5));
        tape.happens(tape.trade(A), tape.trade(A), tape.trade(B));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(hub.trades(A, Long.MAX_VALUE, 10))
                        .extracting(Trade::tradeId)
                        .containsExactly(1L, 2L));
    }

    @Test
    void all_are_ended_at_once_and_with_the_server() {
        faults.begin(new Fault.Stall(Duration.ofSeconds(5)));
        faults.begin(new Fault.Halt(Duration.ofSeconds(5), Set.of(A)));
        awaitStatus(TradingStatus.HALTED);
        faults.endAll();
        assertThat(faults.running()).isEmpty();
        awaitStatus(TradingStatus.OPEN);

        faults.begin(new Fault.Drop(Duration.ofSeconds(5), Fault.Cut.ABORT));
        faults.close();
        assertThat(faults.refusal()).isEmpty();
        assertThat(timer.closed).isTrue();
        faults.begin(new Fault.Stall(Duration.ofSeconds(5)));
        assertThat(faults.running()).isEmpty();
    }

    private void awaitStatus(TradingStatus wanted) {
        await().atMost(Duration.ofSeconds(60)).until(() -> status() == wanted);
    }

    private TradingStatus status() {
        return hub.snapshot(A).orElseThrow().status();
    }
}
